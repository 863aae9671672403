package hep.winnow.api.step;

import hep.winnow.api.event.ColumnType;
import java.util.Optional;

/** A number, condition or string per event, or a list of them, as the macro wrote it. Made by the framework; a step evaluates it by asking for a table. */
public interface EventExpression {
    /** Returns it as the macro spells it; for a lone name the name itself. */
    String text();

    /** Returns the type of its values; of a list, of the values in it. */
    ColumnType type();

    /**
     * Returns 0 for one value per event, 1 for a list of values. A list is given only to a step that says {@code lists = true} in the annotation of its component; its values
     * come as {@link hep.winnow.api.event.Column.Lists}.
     */
    default int depth() {
        return 0;
    }

    /** Returns the unit if it is a column with one, else the empty string. */
    String unit();

    /** Returns the model if this is the name of one, or one of its outputs. */
    Optional<ModelRef> model();
}
