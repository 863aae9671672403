package hep.winnow.neural;

import hep.winnow.api.event.ColumnType;
import hep.winnow.api.step.EventExpression;
import hep.winnow.api.step.ModelRef;
import java.util.Optional;

/** A column, as a macro would name it. */
record Column(String text) implements EventExpression {
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
