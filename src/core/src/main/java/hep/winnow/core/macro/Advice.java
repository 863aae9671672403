package hep.winnow.core.macro;

import hep.winnow.api.diagnostic.Span;
import hep.winnow.api.event.Part;
import hep.winnow.core.bind.Bound;
import hep.winnow.core.expr.ExprText;
import hep.winnow.core.expr.TypedExpr;
import hep.winnow.core.lang.CheckCode;
import hep.winnow.core.lang.Ident;
import hep.winnow.core.lang.Mentions;
import hep.winnow.core.lang.Statement.StepStatement;
import hep.winnow.core.schema.RecordSchema;
import hep.winnow.core.schema.SchemaAccess;
import hep.winnow.core.schema.Slot;
import hep.winnow.core.verbs.Save;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an expert would say of a macro that is right by the rules: warnings on inputs of learners, on observables, on parts that are used twice, on names that nobody uses. */
final class Advice {
    private static final Pattern FACTOR =
            Pattern.compile("-?[0-9.e+-]+ ?\\* ?(?<a>[A-Za-z_]\\w*)|(?<b>[A-Za-z_]\\w*) ?[*/] ?-?[0-9.e+-]+");

    private final Symbols symbols;
    private final Findings out;
    private final List<Trained> trained = new ArrayList<>();

    private record Trained(StepStatement step, ModelDecl model) {}

    Advice(Symbols symbols, Findings out) {
        this.symbols = symbols;
        this.out = out;
    }

    /** Takes note of a model, and looks at its inputs. */
    void model(StepStatement step, ModelDecl model) {
        trained.add(new Trained(step, model));
        Map<String, String> seen = new LinkedHashMap<>();
        for (ColumnExpression input : model.inputs()) {
            if (References.inputs(input.typed()).isEmpty()) {
                out.add(CheckCode.CONSTANT_INPUT.at(
                        place(step, input),
                        "the input '" + input.text() + "' is the same for every event",
                        "leave it out"));
            }
            String earlier = seen.putIfAbsent(core(input.typed()), input.text());
            if (earlier != null) {
                out.add(CheckCode.SAME_INPUT.at(
                        place(step, input),
                        "the input '" + input.text() + "' tells the same as '" + earlier + "'",
                        "leave one of them out"));
            }
            telling(input, model)
                    .ifPresent(what -> out.add(CheckCode.TELLING_INPUT.at(
                            place(step, input),
                            "the input '" + input.text() + "' is " + what,
                            "leave it out of vars=: it tells the answer, or is not there in data")));
        }
    }

    private static Span place(StepStatement step, ColumnExpression input) {
        return Places.of(step).of(n -> n.name().equals(input.text()));
    }

    /** Returns a formula without a factor. */
    private static String core(TypedExpr expr) {
        String text = ExprText.print(expr.unwrap());
        Matcher factor = FACTOR.matcher(text);
        if (!factor.matches()) {
            return text;
        }
        return factor.group("a") != null ? factor.group("a") : factor.group("b");
    }

    /** Returns what an input gives away, in words; empty for nothing. */
    private Optional<String> telling(ColumnExpression input, ModelDecl model) {
        Set<String> columns = References.columns(input.typed());
        for (int index : model.train().map(ScopeDecl::samples).orElse(List.of())) {
            SampleDecl sample = symbols.samples().get(index);
            String of = " of sample '" + sample.name() + "'";
            if (sample.id().stream().anyMatch(columns::contains)) {
                return Optional.of("made of the id" + of);
            }
            Optional<String> weight = sample.weight().flatMap(Advice::column);
            if (weight.isPresent() && columns.contains(weight.get())) {
                return Optional.of("made of the weight" + of);
            }
            Set<String> label = label(sample);
            // A hypothesis that background events are given at random takes the label to tell them.
            boolean isDrawn = ExprText.print(input.typed().unwrap()).contains("uniform(");
            if (!isDrawn && columns.stream().anyMatch(label::contains)) {
                return Optional.of("made of what tells the classes" + of + " apart");
            }
        }
        return Optional.empty();
    }

    private static Optional<String> column(TypedExpr expr) {
        return expr.unwrap() instanceof TypedExpr.Input input && input.key() instanceof Columns.ColumnKey key
                ? Optional.of(key.name())
                : Optional.empty();
    }

    /** Returns the columns that tell the classes of a sample apart. */
    static Set<String> label(SampleDecl sample) {
        if (sample.labelling() instanceof SampleDecl.BySignal signal) {
            return References.columns(signal.condition());
        }
        return sample.labelling() instanceof SampleDecl.ByClass classes
                ? References.columns(classes.value())
                : Set.of();
    }

    /**
     * Looks at the whole.
     *
     * @param planned all that the run carries out
     * @param texts of all files
     * @param verbs that the macro's own file defines
     * @param isInBody tells places in the bodies of calls, where names are declared that the call may leave unused
     */
    void finish(List<Planned> planned, Map<String, String> texts, List<Ident> verbs, Predicate<Span> isInBody) {
        observables(planned);
        planned.forEach(this::tuning);
        boolean savesAll = planned.stream()
                .anyMatch(p ->
                        p.bound().value() instanceof Save save && save.columns().isEmpty());
        unused(texts, savesAll, verbs, isInBody);
    }

    /** A classifier that sees what is fitted, or looked at through a blinded window, shapes its background. */
    private void observables(List<Planned> planned) {
        Map<String, String> observables = new HashMap<>();
        for (Planned statement : planned) {
            String verb = statement.bound().schema().verb();
            if (verb.startsWith("fit") || verb.startsWith("hist") && isBlinded(statement)) {
                References.expressions(statement.bound().value()).stream()
                        .filter(e -> !References.columns(e.typed()).isEmpty()
                                && References.models(e.typed()).isEmpty())
                        .limit(1)
                        .forEach(e ->
                                observables.putIfAbsent(core(e.typed()), "'" + verb + "' in line " + statement.line()));
            }
        }
        for (Trained t : trained) {
            for (ColumnExpression input : t.model().inputs()) {
                String where = observables.get(core(input.typed()));
                if (where != null && t.model().targets().isEmpty()) {
                    out.add(CheckCode.OBSERVABLE_INPUT.at(
                            place(t.step(), input),
                            "the input '" + input.text() + "' is what " + where + " looks at",
                            "a cut on '" + t.model().name()
                                    + "' then shapes the background of it; leave it out of vars="));
                }
            }
        }
    }

    private static boolean isBlinded(Planned statement) {
        return option(statement.bound(), "blind")
                .filter(v -> v instanceof Optional<?> blind && blind.isPresent())
                .isPresent();
    }

    /** Choosing on the test part, or on a region that is limited to it, leaves no events to quote on. */
    private void tuning(Planned statement) {
        Optional<Part> chosenOn = option(statement.bound(), "choose")
                .flatMap(v -> v instanceof ScopeDecl scope ? scope.part() : Optional.empty());
        if (chosenOn.filter(p -> p == Part.TEST).isPresent()) {
            out.add(CheckCode.TUNED_ON_TEST.at(
                    statement.bound().span(),
                    "'" + statement.bound().schema().verb() + "' chooses on the test part",
                    "what is quoted on test later is too good; write choose=valid quote=test"));
        }
    }

    /** Returns the value of an option; empty if the verb has none of that name. */
    private static Optional<Object> option(Bound bound, String option) {
        List<RecordSchema.Member> members = bound.schema().record().members();
        for (int i = 0; i < members.size(); i++) {
            boolean isMeant = members.get(i) instanceof RecordSchema.One one
                    && one.slot().place() == Slot.Place.OPTION
                    && one.slot().name().equals(option);
            if (isMeant) {
                return Optional.of(SchemaAccess.component(bound.value(), i));
            }
        }
        return Optional.empty();
    }

    /** Tells of names that nothing mentions. Defines are used where events are saved with all of their columns. */
    private void unused(Map<String, String> texts, boolean savesAll, List<Ident> verbs, Predicate<Span> isInBody) {
        Mentions mentions = new Mentions();
        texts.values().forEach(mentions::add);
        // A model that was loaded asks for its inputs by their names.
        symbols.models().values().forEach(model -> model.inputs().forEach(input -> mentions.add(input.text())));
        Set<String> declared =
                new HashSet<>(savesAll ? Set.of() : symbols.defines().keySet());
        declared.addAll(symbols.regions().keySet());
        declared.addAll(symbols.tables().keySet());
        symbols.places().forEach((name, place) -> {
            if (declared.contains(name) && mentions.of(name) == 1 && !isInBody.test(place)) {
                unused(name, place);
            }
        });
        verbs.stream().filter(v -> mentions.of(v.text()) == 1).forEach(v -> unused(v.text(), v.span()));
    }

    private void unused(String name, Span place) {
        out.add(CheckCode.UNUSED_NAME.at(place, "'" + name + "' is used nowhere", "leave it out, or use it"));
    }
}
