package hep.winnow.core.macro;

import hep.winnow.api.diagnostic.Diagnostic;
import hep.winnow.api.diagnostic.Span;
import hep.winnow.api.event.Part;
import hep.winnow.core.expr.TypedExpr;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds statements that score events which trained the model. */
final class LeakCheck {
    private final Symbols symbols;
    private final List<Diagnostic> out;

    LeakCheck(Symbols symbols, List<Diagnostic> out) {
        this.symbols = symbols;
        this.out = out;
    }

    /** Reports each model in {@code expressions}, or in the scope's own cuts, that events of {@code scope} may have trained. */
    void check(ScopeDecl scope, List<TypedExpr> expressions, Span span) {
        Set<ModelDecl> models = expressions.stream()
                .flatMap(e -> References.models(e).stream())
                .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
        for (ModelDecl model : models) {
            if (leaks(model, scope)) {
                out.add(Diagnostic.error(
                        "E310",
                        span,
                        "'" + model.name() + "' would score events that trained it: " + describe(scope),
                        "",
                        help(model)));
            }
        }
    }

    private static String describe(ScopeDecl scope) {
        return "'" + scope.text() + "' "
                + (scope.part().isPresent() ? "is the train part" : "is not limited to the test part");
    }

    private static String help(ModelDecl model) {
        return model.test()
                        .map(t -> "score it on '" + t.text() + "'")
                        .orElse("split the events and score it on the test part")
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
