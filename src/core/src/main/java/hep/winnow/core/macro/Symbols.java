package hep.winnow.core.macro;

import hep.winnow.api.diagnostic.Span;
import hep.winnow.api.event.ColumnInfo;
import hep.winnow.api.event.ColumnType;
import hep.winnow.api.event.Part;
import hep.winnow.core.expr.TypedExpr;
import hep.winnow.core.lang.Expr;
import hep.winnow.core.lookup.LookupTable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Everything that a macro has named so far. */
final class Symbols {
    private final Map<String, String> declared = new LinkedHashMap<>();
    private final Map<String, Span> places = new LinkedHashMap<>();
    private final List<SampleDecl> samples = new ArrayList<>();
    private final Map<String, TypedExpr.Input> columns = new LinkedHashMap<>();
    private final Map<String, ColumnExpression> defines = new LinkedHashMap<>();
    private final Map<String, ScopeDecl> regions = new LinkedHashMap<>();
    private final Map<String, SplitDecl> splits = new LinkedHashMap<>();
    private final Map<String, ModelDecl> models = new LinkedHashMap<>();
    private final Map<String, List<String>> fields = new LinkedHashMap<>();
    private final Map<String, LookupTable> tables = new LinkedHashMap<>();
    private final Uses uses = new Uses();

    private final Map<String, MissingRule> missing = new LinkedHashMap<>();
    private final Set<String> broken = new HashSet<>();
    private final Set<String> nested = new HashSet<>();
    private final Set<String> sourceVerbs;
    private boolean lacksStatements;
    private boolean lacksColumns;
    private boolean lacksSplits;

    /** Makes an empty set of symbols; {@code sourceVerbs} are those that bring samples. */
    Symbols(Set<String> sourceVerbs) {
        this.sourceVerbs = sourceVerbs;
    }

    /** Notes that the statement which declares a name has an error, so that uses of the name are not reported again. */
    void poison(String name) {
        broken.add(name);
    }

    /** Returns the names whose statements have an error; more may be added. */
    Set<String> broken() {
        return broken;
    }

    /** Tells whether the statement that declares a name has an error, or may have one. */
    boolean isBroken(String name) {
        return lacksStatements || broken.contains(name);
    }

    /** Notes that a statement of that first word has an error, so that what it would have brought is not reported as lacking. */
    void lose(String word) {
        switch (word) {
            case "for", "include" -> lacksStatements = true;
            case "split" -> lacksSplits = true;
            default -> lacksColumns |= sourceVerbs.contains(word);
        }
    }

    /** Tells whether the columns of some sample are not known. */
    boolean lacksColumns() {
        return lacksColumns || lacksStatements;
    }

    /** Tells whether there are splits that are not known. */
    boolean lacksSplits() {
        return lacksSplits || lacksStatements;
    }

    /** Notes a name; returns what has it already, or empty. */
    Optional<String> declare(String name, String what) {
        return Optional.ofNullable(declared.putIfAbsent(name, what));
    }

    /** Returns where names are declared. */
    Map<String, Span> places() {
        return places;
    }

    List<SampleDecl> samples() {
        return samples;
    }

    Map<String, ColumnExpression> defines() {
        return defines;
    }

    Map<String, ScopeDecl> regions() {
        return regions;
    }

    Map<String, SplitDecl> splits() {
        return splits;
    }

    Map<String, ModelDecl> models() {
        return models;
    }

    /** Returns what is said of missing values, by column. */
    Map<String, MissingRule> missing() {
        return missing;
    }

    Map<String, List<String>> fields() {
        return fields;
    }

    /** Returns what expressions use. */
    Uses uses() {
        return uses;
    }

    /** Returns the lookup tables, by name. */
    Map<String, LookupTable> tables() {
        return tables;
    }

    Optional<SampleDecl> sample(String name) {
        return samples.stream().filter(s -> s.name().equals(name)).findFirst();
    }

    List<Integer> allSamples() {
        return samples.stream().map(SampleDecl::index).toList();
    }

    /** Adds a sample and its columns; returns names of columns that other samples hold as something else, or that are defines. */
    List<String> add(SampleDecl sample) {
        List<String> clashes = new ArrayList<>();
        samples.add(sample);
        missing.forEach((column, rule) -> {
            if (sample.column(column).filter(c -> c.type().isNumeric()).isPresent()) {
                sample.missing().put(column, rule);
            }
        });
        for (ColumnInfo info : SampleDecl.named(sample.source())) {
            TypedExpr.Input known = columns.get(info.name());
            if (defines.containsKey(info.name()) || models.containsKey(info.name())) {
                clashes.add(info.name());
            } else if (info.depth() > 1) {
                nested.add(info.name());
            } else if (known == null) {
                columns.put(info.name(), input(info.name(), info.type(), info.depth(), info.unit()));
            } else if (known.type().isList() != (info.depth() > 0)) {
                clashes.add(info.name());
            } else if (known.columnType() != info.type()) {
                Optional<ColumnType> both = common(known.columnType(), info.type());
                if (both.isEmpty()) {
                    clashes.add(info.name());
                } else {
                    columns.put(info.name(), input(info.name(), both.get(), info.depth(), known.unit()));
                }
            }
        }
        return clashes;
    }

    private static TypedExpr.Input input(String name, ColumnType type, int depth, String unit) {
        Columns.ColumnKey key = new Columns.ColumnKey(name);
        return depth == 0 ? TypedExpr.Input.of(name, key, type, unit) : TypedExpr.Input.ofLists(name, key, type, unit);
    }

    /** Tells whether a column holds lists of lists, which no formula takes. */
    boolean isNested(String name) {
        return nested.contains(name);
    }

    /** Returns the type that holds the numbers of both; empty if they are not both numbers. */
    static Optional<ColumnType> common(ColumnType a, ColumnType b) {
        boolean isPlain =
                a != ColumnType.STRING && b != ColumnType.STRING && a != ColumnType.BOOLEAN && b != ColumnType.BOOLEAN;
        if (!isPlain) {
            return Optional.empty();
        }
        return Optional.of(isWhole(a) && isWhole(b) ? ColumnType.LONG : ColumnType.DOUBLE);
    }

    private static boolean isWhole(ColumnType type) {
        return type == ColumnType.INT || type == ColumnType.LONG;
    }

    Optional<TypedExpr.Input> column(String name) {
        return Optional.ofNullable(columns.get(name));
    }

    /** Returns what a name stands for in a formula, if it is a define, model or column. */
    Optional<TypedExpr> value(Expr.NameRef ref) {
        String name = ref.name();
        ColumnExpression define = defines.get(name);
        ModelDecl model = models.get(name);
        if (define != null && !ref.isQuoted()) {
            return Optional.of(define.typed());
        }
        if (model != null && !ref.isQuoted()) {
            return Optional.of(model.score());
        }
        return column(name).map(c -> c);
    }

    /** Returns the models that a name asks for in a formula. */
    Set<ModelDecl> modelsOf(Expr.NameRef ref) {
        return value(ref).map(uses::models).orElse(Set.of());
    }

    /** Returns the columns that a name needs in a formula. */
    Set<String> columnsOf(Expr.NameRef ref) {
        return value(ref).map(uses::columns).orElse(Set.of());
    }

    List<String> columnNames() {
        return List.copyOf(columns.keySet());
    }

    /** Returns all names that an expression over events can use. */
    List<String> expressionNames() {
        List<String> out = new ArrayList<>(columns.keySet());
        out.addAll(defines.keySet());
        out.addAll(models.keySet());
        return out;
    }

    /** Returns all names of events. */
    List<String> scopeNames() {
        List<String> out =
                new ArrayList<>(samples.stream().map(SampleDecl::name).toList());
        out.addAll(regions.keySet());
        for (Part part : Part.values()) {
            out.add(word(part));
        }
        out.add("all");
        return out;
    }

    /** Returns a part as the macro spells it. */
    static String word(Part part) {
        return part.name().toLowerCase(Locale.ROOT);
    }

    /** Returns the part of that word. */
    static Optional<Part> part(String word) {
        for (Part part : Part.values()) {
            if (word(part).equals(word)) {
                return Optional.of(part);
            }
        }
        return Optional.empty();
    }
}
