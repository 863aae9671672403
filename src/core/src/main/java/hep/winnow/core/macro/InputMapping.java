package hep.winnow.core.macro;

import hep.winnow.api.diagnostic.Diagnostic;
import hep.winnow.api.diagnostic.Span;
import hep.winnow.core.bind.ColumnRange;
import hep.winnow.core.lang.CheckCode;
import hep.winnow.core.lang.Expr;
import hep.winnow.core.lang.Statement.StepStatement;
import hep.winnow.core.lang.Suggestions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What {@code inputs=} of a {@code load} says: which expression stands for which input of the model. */
final class InputMapping {
    private final List<String> names;
    private final Map<Integer, Expr> expressions = new HashMap<>();
    private boolean isBroken;

    private InputMapping(List<String> names) {
        this.names = names;
    }

    /**
     * Reads the option; what is wrong with it is reported.
     *
     * @param names of the model's inputs, in its order
     * @param others what else the file calls each of them; empty for nothing
     */
    static InputMapping of(
            StepStatement step, List<Expr> items, List<String> names, List<String> others, List<Diagnostic> out) {
        InputMapping mapping = new InputMapping(List.copyOf(names));
        long pairs = items.stream().filter(Expr.Pair.class::isInstance).count();
        Span place = Places.option(step, "inputs");
        if (pairs > 0 && pairs < items.size()) {
            out.add(CheckCode.MODEL_INPUT.at(
                    place,
                    "inputs= names some inputs, and leaves others without a name",
                    "write all of them in the order of the training, or each with its name, as in [pt1 = l1_pt]"));
            mapping.isBroken = true;
        } else if (pairs > 0) {
            items.forEach(item -> mapping.add((Expr.Pair) item, others, out));
        } else if (!items.isEmpty()) {
            mapping.addInOrder(place, items, out);
        }
        return mapping;
    }

    private void add(Expr.Pair pair, List<String> others, List<Diagnostic> out) {
        String name = pair.name().text();
        int index = names.indexOf(name) >= 0 ? names.indexOf(name) : others.indexOf(name);
        if (index < 0) {
            out.add(CheckCode.MODEL_INPUT.at(
                    pair.name().span(),
                    "the model has no input '" + name + "'",
                    Suggestions.nearest(name, names)
                            .map(n -> "did you mean '" + n + "'?")
                            .orElse("it has " + String.join(", ", names))));
            isBroken = true;
        } else if (expressions.put(index, pair.value()) != null) {
            out.add(CheckCode.LISTED_TWICE.at(
                    pair.name().span(), "the input '" + name + "' is given twice", "leave one of them out"));
            isBroken = true;
        }
    }

    private void addInOrder(Span place, List<Expr> items, List<Diagnostic> out) {
        List<Expr> all = new ArrayList<>();
        for (Expr item : items) {
            Optional<List<Expr.NameRef>> range =
                    item instanceof Expr.RangeExpr r ? ColumnRange.names(r) : Optional.empty();
            range.ifPresentOrElse(all::addAll, () -> all.add(item));
        }
        if (all.size() != names.size()) {
            out.add(CheckCode.MODEL_INPUT.at(
                    place,
                    "inputs= has " + all.size() + (all.size() == 1 ? " entry" : " entries") + ", the model has "
                            + names.size() + " inputs",
                    "they are, in this order: " + String.join(", ", names)));
            isBroken = true;
            return;
        }
        for (int i = 0; i < all.size(); i++) {
            expressions.put(i, all.get(i));
        }
    }

    /** Tells whether something is wrong with the option. */
    boolean isBroken() {
        return isBroken;
    }

    /** Returns what stands for an input, by its index; empty if the option does not say. */
    Optional<Expr> expression(int input) {
        return Optional.ofNullable(expressions.get(input));
    }
}
