package hep.winnow.core.hist;

import hep.winnow.api.event.ColumnType;
import hep.winnow.api.step.EventExpression;
import java.util.List;

/** Checks of what is filled. */
final class Inputs {
    private Inputs() {}

    /** Refuses strings, in words for the user. */
    static void requireNumbers(EventExpression value) {
        if (value.type() == ColumnType.STRING) {
            throw new IllegalArgumentException("'" + value.text() + "' is a string, which has no axis");
        }
    }

    /** Refuses anything but two values, neither of them a string. */
    static void requireTwo(String verb, List<EventExpression> values) {
        if (values.size() != 2) {
            throw new IllegalArgumentException("'" + verb + "' takes two values, : [x, y], found " + values.size());
        }
        values.forEach(Inputs::requireNumbers);
    }

    /** Refuses what is no condition. */
    static void requireCondition(EventExpression blind) {
        if (blind.type() != ColumnType.BOOLEAN) {
            throw new IllegalArgumentException("'blind' takes a condition, found '" + blind.text() + "', a number");
        }
    }
}
