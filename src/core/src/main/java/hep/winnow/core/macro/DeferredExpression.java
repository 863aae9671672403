package hep.winnow.core.macro;

import hep.winnow.api.event.ColumnType;
import hep.winnow.api.step.EventExpression;
import hep.winnow.api.step.ModelRef;
import hep.winnow.core.lang.Expr;
import java.util.Optional;

/** An expression over the columns of a sample that is being declared; it is resolved when the columns are known. */
record DeferredExpression(String text, Expr syntax) implements EventExpression {
    @Override
    public ColumnType type() {
        return ColumnType.DOUBLE;
    }

    @Override
    public String unit() {
        return "";
    }

    @Override
    public Optional<ModelRef> model() {
        return Optional.empty();
    }
}
