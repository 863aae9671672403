package hep.winnow.core.run;

import hep.winnow.api.run.Facts;
import hep.winnow.api.text.Rounding;
import hep.winnow.core.expr.Evaluator;
import hep.winnow.core.expr.TypedExpr;
import hep.winnow.core.expr.ValueType;
import hep.winnow.core.macro.Action;
import java.util.ArrayList;
import java.util.List;

/** Carries out {@code expect} and {@code print}: evaluates single values. */
final class Teller {
    private final Engine engine;
    private final Context context;

    Teller(Engine engine, Context context) {
        this.engine = engine;
        this.context = context;
    }

    /** Returns whether what was expected holds; a {@code print} always does. */
    boolean tell(Action.Tell tell) {
        if (tell.isExpect()) {
            return expect(tell.text(), tell.values().get(0));
        }
        List<String> words = new ArrayList<>();
        Facts facts = new Facts();
        for (TypedExpr value : tell.values()) {
            words.add(show(value));
        }
        facts.put("text", String.join(" ", words));
        context.print(String.join(" ", words));
        context.result(facts);
        return true;
    }

    private boolean expect(String text, TypedExpr condition) {
        boolean holds = one(condition).mask(0)[0];
        Facts facts = new Facts().put("text", text);
        StringBuilder shown = new StringBuilder();
        if (condition instanceof TypedExpr.Compare compare) {
            List<TypedExpr> operands = compare.operands();
            for (int i = 0; i < operands.size(); i++) {
                shown.append(i == 0 ? "" : " " + compare.ops().get(i - 1).symbol() + " ")
                        .append(show(operands.get(i)));
            }
            put(facts, "left", operands.get(0));
            put(facts, "right", operands.get(operands.size() - 1));
        }
        facts.put("ok", holds);
        context.result(facts);
        context.print((holds ? "expect ok      " : "expect FAILED  ")
                + text
                + (shown.length() == 0 ? "" : "   (" + shown + ")"));
        return holds;
    }

    private void put(Facts facts, String key, TypedExpr value) {
        if (value.type() == ValueType.NUMBER) {
            facts.put(key, one(value).numbers(0)[0]);
        } else {
            facts.put(key, show(value));
        }
    }

    private String show(TypedExpr value) {
        return switch (value.type()) {
            case NUMBER, NUMBERS -> Rounding.shortest(one(value).numbers(0)[0], 6);
            case BOOLEAN, BOOLEANS -> Boolean.toString(one(value).mask(0)[0]);
            case STRING, STRINGS -> one(value).strings(0)[0];
        };
    }

    private Evaluator.Result one(TypedExpr value) {
        return new Evaluator(List.of(value))
                .evaluate(
                        1,
                        input -> {
                            throw new IllegalStateException("a single number has no events: " + input.name());
                        },
                        engine::scalar);
    }
}
