package hep.winnow.api.step;

import hep.winnow.api.event.ColumnType;
import java.util.Optional;

/** A number, condition or string per event, as the macro wrote it. Made by the framework; a step evaluates it by asking for a table. */
public interface EventExpression {
    /** Returns it as the macro spells it; for a lone name the name itself. */
    String text();

    /** Returns the type of its values. */
    ColumnType type();

    /** Returns the unit if it is a column with one, else the empty string. */
    String unit();

    /** Returns the model if this is the name of one, or one of its outputs. */
    Optional<ModelRef> model();
}
