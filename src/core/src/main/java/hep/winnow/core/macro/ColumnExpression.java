package hep.winnow.core.macro;

import hep.winnow.api.event.ColumnType;
import hep.winnow.api.step.EventExpression;
import hep.winnow.api.step.ModelRef;
import hep.winnow.core.expr.TypedExpr;
import hep.winnow.core.expr.ValueType;
import java.util.Optional;

/**
 * An expression over events, resolved.
 *
 * @param text as the macro spells it
 * @param typed what it means
 * @param unit if it is a column or define with one; else empty
 */
public record ColumnExpression(String text, TypedExpr typed, String unit) implements EventExpression {
    @Override
    public ColumnType type() {
        if (typed.unwrap() instanceof TypedExpr.Input input) {
            return input.columnType();
        }
        ValueType element = typed.type().element();
        return element == ValueType.STRING
                ? ColumnType.STRING
                : element == ValueType.BOOLEAN ? ColumnType.BOOLEAN : ColumnType.DOUBLE;
    }

    @Override
    public int depth() {
        return typed.type().isList() ? 1 : 0;
    }

    @Override
    public Optional<ModelRef> model() {
        return typed.unwrap() instanceof TypedExpr.Input input && input.key() instanceof Columns.ModelKey key
                ? Optional.of(key.model())
                : Optional.empty();
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
