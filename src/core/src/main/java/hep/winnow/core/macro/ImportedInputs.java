package hep.winnow.core.macro;

import hep.winnow.api.diagnostic.Diagnostic;
import hep.winnow.api.diagnostic.Span;
import hep.winnow.api.learn.ForeignInput;
import hep.winnow.api.learn.ForeignModel;
import hep.winnow.core.expr.ExprText;
import hep.winnow.core.expr.Quoting;
import hep.winnow.core.expr.TypedExpr;
import hep.winnow.core.lang.CheckCode;
import hep.winnow.core.lang.Statement.StepStatement;
import hep.winnow.core.model.InputSpec;
import hep.winnow.core.text.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the inputs of a model of another program. What the macro says by {@code inputs=} comes first, then a define of the input's name, then the formula that the file tells, computed from columns; a column of the
 * input's name is taken only where it is all that there is: {@code pt := pt/1000} is not the column {@code pt}.
 */
final class ImportedInputs {
    private static final int MOST_TOLD = 40;

    private final Symbols symbols;
    private final InputFinder finder;
    private final List<Diagnostic> out;

    ImportedInputs(Symbols symbols, InputFinder finder, List<Diagnostic> out) {
        this.symbols = symbols;
        this.finder = finder;
        this.out = out;
    }

    /** An input that was found, and how a file of Winnow would keep it. */
    record Found(ColumnExpression expression, InputSpec spec) {}

    /** Returns all inputs, in order; empty if one of them cannot be had, which is reported. */
    Optional<List<Found>> find(StepStatement step, ForeignModel model, InputMapping mapping) {
        Span from = Places.operand(step, "from");
        List<ForeignInput> inputs = model.inputs();
        if (isUntold(inputs, mapping)) {
            tellToName(inputs, from);
            return Optional.empty();
        }
        List<Found> found = new ArrayList<>();
        for (int i = 0; i < inputs.size(); i++) {
            ForeignInput input = inputs.get(i);
            boolean isGiven = mapping.expression(i).isPresent();
            Span place = isGiven ? Places.option(step, "inputs") : from;
            Optional<TypedExpr> typed = isGiven
                    ? finder.given(input.name(), mapping.expression(i).get())
                    : search(input, place).filter(t -> finder.isNumber(input.name(), t, place));
            typed.flatMap(t -> finder.inUnit(input.name(), t, input.unit(), place))
                    .filter(t -> isGiven || model.scorer().takesMissing() || hasNoSentinel(input, t, place))
                    .flatMap(t -> found(input, t, place))
                    .ifPresent(found::add);
        }
        return found.size() == inputs.size() ? Optional.of(found) : Optional.empty();
    }

    private static boolean isUntold(List<ForeignInput> inputs, InputMapping mapping) {
        for (int i = 0; i < inputs.size(); i++) {
            if (!inputs.get(i).isNamed() && mapping.expression(i).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private void tellToName(List<ForeignInput> inputs, Span place) {
        out.add(CheckCode.MODEL_INPUT.at(
                place,
                "the file does not name the model's " + inputs.size() + " inputs" + labels(inputs),
                "say what they are here, in the order of the training: inputs=[a, b, …], " + inputs.size()
                        + " of them"));
    }

    /** Some of them may be told apart all the same, as numbers of one input or another. */
    private static String labels(List<ForeignInput> inputs) {
        List<String> labels = inputs.stream().map(ForeignInput::name).toList();
        if (labels.get(0).equals(ForeignInput.unnamed(0).name())) {
            return "";
        }
        int told = Math.min(labels.size(), MOST_TOLD);
        return ": " + String.join(", ", labels.subList(0, told)) + (told < labels.size() ? ", …" : "");
    }

    private Optional<TypedExpr> search(ForeignInput input, Span place) {
        Optional<TypedExpr> named = finder.named(input.name(), place);
        if (named.isPresent() && named.get() instanceof TypedExpr.Named) {
            warnOfChange(input, named.get(), place);
            return named;
        }
        Findings problems = new Findings();
        Optional<TypedExpr> computed = input.expression().isEmpty()
                ? Optional.empty()
                : finder.computed(input.name(), input.expression(), problems);
        if (computed.isPresent()) {
            return computed;
        }
        Optional<TypedExpr> verbatim =
                input.origin().isEmpty() ? Optional.empty() : finder.named(input.origin(), place);
        if (verbatim.isPresent()) {
            return verbatim;
        }
        if (named.isPresent()) {
            out.add(CheckCode.OTHER_INPUT.at(
                    place,
                    "'" + input.name() + "' is taken from the column of that name; when the model was trained, it was "
                            + input.origin(),
                    "be sure that it means the same, or say what it is by inputs=[" + name(input) + " = FORMULA]"));
            return named;
        }
        if (!symbols.lacksColumns()) {
            tellLacking(input, problems, place);
        }
        return Optional.empty();
    }

    /** A define should be what the file says; if it is a plain column there, it may well be computed here. */
    private void warnOfChange(ForeignInput input, TypedExpr define, Span place) {
        Optional<String> meant = input.expression().isEmpty()
                ? Optional.empty()
                : finder.computed(input.name(), input.expression(), new Findings())
                        .map(ExprText::print);
        finder.warnOfChange(input.name(), meant.orElse(input.name()), define, place);
    }

    private void tellLacking(ForeignInput input, Findings problems, Span place) {
        boolean isColumn = input.origin().isEmpty() || input.origin().equals(input.name());
        String what = "the model needs '" + input.name() + "'" + (isColumn ? "" : ", which is " + input.origin());
        String why = isColumn
                ? ", and there is neither a column nor a define of that name"
                : problems.isEmpty()
                        ? ", and the language has no such formula"
                        : ", which cannot be computed: " + problems.get(0).message();
        out.add(CheckCode.MODEL_INPUT.at(
                place,
                what + why,
                "say what it is here: inputs=[" + name(input) + " = FORMULA]" + finder.nearest(List.of(input.name()))));
    }

    private static String name(ForeignInput input) {
        return Quoting.name(input.name());
    }

    /** A value that the macro calls missing, and the training took for a number, would score otherwise here than there. */
    private boolean hasNoSentinel(ForeignInput input, TypedExpr found, Span place) {
        if (!(found.unwrap() instanceof TypedExpr.Input column)) {
            return true;
        }
        MissingRule rule = symbols.missing().get(column.name());
        Optional<Double> seen = rule == null
                ? Optional.empty()
                : rule.sentinels().stream()
                        .filter(s -> input.low() <= s && s <= input.high())
                        .findFirst();
        seen.ifPresent(sentinel -> out.add(CheckCode.MODEL_INPUT.at(
                place,
                "the macro says that " + Numbers.text(sentinel) + " of '" + column.name()
                        + "' means missing; the model was trained with such values, which lay between "
                        + Numbers.text(input.low()) + " and " + Numbers.text(input.high()),
                "give it what it was trained with: inputs=[" + name(input) + " = isnan(" + Quoting.name(column.name())
                        + ") ? " + Numbers.text(sentinel) + " : " + Quoting.name(column.name()) + "]")));
        return seen.isEmpty();
    }

    private Optional<Found> found(ForeignInput input, TypedExpr typed, Span place) {
        if (!References.models(typed).isEmpty() || !References.scalars(typed).isEmpty()) {
            out.add(CheckCode.MODEL_INPUT.at(
                    place,
                    "the input '" + input.name() + "' is computed from another model or a result of the run",
                    "define it from columns alone"));
            return Optional.empty();
        }
        List<String> columns = List.copyOf(References.columns(typed));
        InputSpec spec = new InputSpec(input.name(), ExprText.print(typed), input.unit(), columns, Map.of());
        return Optional.of(new Found(new ColumnExpression(input.name(), typed, input.unit()), spec));
    }
}
