package hep.winnow.core.macro;

import hep.winnow.api.diagnostic.Diagnostic;
import hep.winnow.core.bind.Binder;
import hep.winnow.core.expr.FunctionTable;
import hep.winnow.core.expr.TypedExpr;
import hep.winnow.core.lang.CheckCode;
import hep.winnow.core.lang.Expr;
import hep.winnow.core.lang.OptionArg;
import hep.winnow.core.lang.Suggestions;
import hep.winnow.core.schema.StepSchema;
import hep.winnow.core.schema.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes single numbers of the calls of measures, such as {@code auc(nn, test)}. */
final class MeasureCalls {
    private final Vocabulary vocabulary;
    private final FunctionTable functions;
    private final Resolver resolver;
    private final List<Diagnostic> out;

    MeasureCalls(Vocabulary vocabulary, FunctionTable functions, Resolver resolver, List<Diagnostic> out) {
        this.vocabulary = vocabulary;
        this.functions = functions;
        this.resolver = resolver;
        this.out = out;
    }

    /** Tells whether a call is that of a measure. */
    boolean isMeasure(Expr.Call call) {
        return vocabulary.measure(call.function().text()).isPresent();
    }

    /** Returns the number that a call stands for; empty if it may be a function of events, broken if it was reported. */
    Optional<TypedExpr> scalar(Expr.Call call) {
        Optional<StepSchema> schema = vocabulary.measure(call.function().text());
        if (schema.isEmpty()) {
            return functions.find(call.function().text()).isEmpty() ? unknown(call) : Optional.empty();
        }
        List<OptionArg> named = new ArrayList<>(call.named());
        boolean mayLeak = named.removeIf(MeasureCalls::allowsLeak) || resolver.allowsLeak();
        Expr.Call plain = new Expr.Call(call.function(), call.arguments(), named, call.span());
        return Optional.of(new Binder(resolver)
                .bind(plain, schema.get())
                .<TypedExpr>map(bound -> {
                    resolver.checkUse(bound, mayLeak, Places.of(call));
                    return new TypedExpr.Scalar(resolver.text(call), new Columns.MeasureKey(bound));
                })
                .orElseGet(TypedExpr.Broken::new));
    }

    private static boolean allowsLeak(OptionArg option) {
        return option.name().text().equals("leak")
                && option.value() instanceof Expr.NameRef word
                && word.name().equals("allow");
    }

    /** Suggests measures as well as functions of events. */
    private Optional<TypedExpr> unknown(Expr.Call call) {
        String name = call.function().text();
        List<String> measures =
                vocabulary.measures().stream().map(StepSchema::verb).toList();
        Optional<String> near = Suggestions.nearest(name, measures);
        if (near.isEmpty()) {
            return Optional.empty();
        }
        out.add(CheckCode.UNKNOWN_FUNCTION.at(
                call.function().span(), "unknown function '" + name + "'", "did you mean '" + near.get() + "'?"));
        return Optional.of(new TypedExpr.Broken());
    }
}
