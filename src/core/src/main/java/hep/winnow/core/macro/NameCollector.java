package hep.winnow.core.macro;

import hep.winnow.api.event.ColumnInfo;
import hep.winnow.core.expr.ExprText;
import hep.winnow.core.expr.TypedExpr;
import hep.winnow.core.lang.Expr;
import hep.winnow.core.schema.DefinedVerb;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Tells what a macro names, from the symbols of a check. */
final class NameCollector {
    private static final int LONGEST = 60;

    private final Symbols symbols;
    private final Predicate<String> isHidden;
    private final List<Names.Declared> declared = new ArrayList<>();

    /**
     * Makes a collector.
     *
     * @param isHidden tells names that no macro can write
     */
    NameCollector(Symbols symbols, Predicate<String> isHidden) {
        this.symbols = symbols;
        this.isHidden = isHidden;
    }

    /**
     * Collects the names.
     *
     * @param params names of params, in order
     * @param values what the params and lets stand for, by name
     * @param text spells an expression
     * @param verbs that the macro defines
     */
    Names collect(Set<String> params, Map<String, Expr> values, Function<Expr, String> text, List<DefinedVerb> verbs) {
        values.forEach((name, value) -> add(
                name, params.contains(name) ? Names.Kind.PARAM : Names.Kind.LET, brief(text.apply(value)), List.of()));
        symbols.samples().forEach(s -> add(s.name(), Names.Kind.SAMPLE, sample(s), parts(s.name())));
        symbols.defines().forEach((name, d) -> add(name, Names.Kind.DEFINE, formula(d), List.of()));
        symbols.regions().forEach((name, r) -> add(name, Names.Kind.REGION, region(r), parts(name)));
        symbols.models().forEach((name, m) -> add(name, Names.Kind.MODEL, model(m), m.namedOutputs()));
        symbols.fields().forEach((name, fields) -> add(name, Names.Kind.RESULT, "", fields));
        symbols.tables().keySet().forEach(name -> add(name, Names.Kind.TABLE, "", List.of()));
        List<String> splits =
                symbols.splits().keySet().stream().filter(isHidden.negate()).toList();
        return new Names(columns(), declared, splits, verbs);
    }

    private void add(String name, Names.Kind kind, String detail, List<String> fields) {
        if (!isHidden.test(name)) {
            declared.add(new Names.Declared(
                    name,
                    kind,
                    detail,
                    fields,
                    Optional.ofNullable(symbols.places().get(name))));
        }
    }

    private List<String> parts(String name) {
        return symbols.splits().containsKey(name) ? List.of("train", "valid", "test") : List.of();
    }

    private List<Names.Column> columns() {
        Map<String, ColumnInfo> infos = new LinkedHashMap<>();
        Map<String, List<String>> samples = new LinkedHashMap<>();
        for (SampleDecl sample : symbols.samples()) {
            for (ColumnInfo info : sample.source().schema()) {
                infos.putIfAbsent(info.name(), info);
                samples.computeIfAbsent(info.name(), n -> new ArrayList<>()).add(sample.name());
            }
        }
        return infos.values().stream()
                .map(info -> new Names.Column(info, samples.getOrDefault(info.name(), List.of())))
                .toList();
    }

    private static String sample(SampleDecl sample) {
        String role = sample.labelling() instanceof SampleDecl.ByRole by
                ? by.role().name().toLowerCase(Locale.ROOT) + ", "
                : "";
        String files = sample.source().files().stream()
                .map(f -> String.valueOf(f.getFileName()))
                .limit(3)
                .collect(Collectors.joining(", "));
        return brief(role + sample.source().schema().size() + " columns" + (files.isEmpty() ? "" : ", " + files));
    }

    private static String formula(ColumnExpression define) {
        TypedExpr inner = define.typed() instanceof TypedExpr.Named named ? named.body() : define.typed();
        return brief(ExprText.spelled(inner)) + (define.unit().isEmpty() ? "" : " in " + define.unit());
    }

    private static String region(ScopeDecl region) {
        return brief(region.cuts().stream().map(CutDecl::label).collect(Collectors.joining("; ")));
    }

    private static String model(ModelDecl model) {
        String inputs = model.inputs().stream().map(ColumnExpression::text).collect(Collectors.joining(", "));
        return brief(model.learner() + " of " + inputs);
    }

    private static String brief(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }
}
