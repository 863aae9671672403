package hep.winnow.core.macro;

import hep.winnow.api.diagnostic.Diagnostic;
import hep.winnow.api.event.Part;
import hep.winnow.core.expr.TypedExpr;
import hep.winnow.core.lang.CheckCode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Finds statements that score events which trained the model. */
final class LeakCheck {
    private final Symbols symbols;
    private final List<Diagnostic> out;

    LeakCheck(Symbols symbols, List<Diagnostic> out) {
        this.symbols = symbols;
        this.out = out;
    }

    /**
     * Reports each model in {@code expressions} that events of {@code scope} may have trained, or may have trained a model among its inputs or one that it began with.
     *
     * @param places where the models are named
     */
    void check(ScopeDecl scope, List<TypedExpr> expressions, Places places) {
        Set<ModelDecl> asked = new LinkedHashSet<>();
        expressions.forEach(e -> asked.addAll(symbols.uses().models(e)));
        for (ModelDecl model : asked) {
            for (ModelDecl trained : withInputs(model)) {
                if (leaks(trained, scope)) {
                    report(model, trained, scope, places);
                    break;
                }
            }
        }
    }

    private static Set<ModelDecl> withInputs(ModelDecl model) {
        Set<ModelDecl> all = new LinkedHashSet<>();
        addWithInputs(model, all);
        return all;
    }

    private static void addWithInputs(ModelDecl model, Set<ModelDecl> all) {
        if (all.add(model)) {
            model.warm().ifPresent(m -> addWithInputs(m, all));
            model.inputs().forEach(i -> References.models(i.typed()).forEach(m -> addWithInputs(m, all)));
        }
    }

    private void report(ModelDecl asked, ModelDecl trained, ScopeDecl scope, Places places) {
        String which = asked == trained
                ? "it"
                : asked.warm().filter(w -> w == trained).isPresent()
                        ? "'" + trained.name() + "', which it began with"
                        : "'" + trained.name() + "' among its inputs";
        out.add(CheckCode.LEAK.at(
                places.of(n -> symbols.modelsOf(n).contains(asked)),
                "'" + asked.name() + "' would score events that trained " + which + ": " + describe(scope, trained),
                help(trained)));
    }

    private static String describe(ScopeDecl scope, ModelDecl trained) {
        String what = scope.part().filter(p -> p == Part.TRAIN).isPresent()
                ? "is the train part"
                : scope.part().isPresent() && scope.split().isPresent()
                        ? "is part of a split that '" + trained.name() + "' was trained without"
                        : "is not limited to the test part";
        return "'" + scope.text() + "' " + what;
    }

    private static String help(ModelDecl model) {
        return model.test()
                        .map(t -> "score it on '" + t.text() + "'")
                        .orElse("split the events before it is trained, and score it on the test part")
                + ", or say leak=allow, which the report records";
    }

    private boolean leaks(ModelDecl model, ScopeDecl scope) {
        if (model.train().isEmpty()) {
            return false;
        }
        ScopeDecl train = model.train().get();
        boolean share = scope.samples().stream()
                .filter(i -> !symbols.samples().get(i).isData())
                .anyMatch(train.samples()::contains);
        if (!share) {
            return false;
        }
        boolean isKept = scope.split().isPresent()
                && scope.split().equals(train.split())
                && scope.part().filter(p -> p != Part.TRAIN).isPresent();
        return !isKept;
    }
}
