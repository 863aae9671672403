package hep.winnow.core.hist;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.event.Column;
import hep.winnow.api.event.EventTable;
import hep.winnow.api.step.EventExpression;
import java.util.List;
import java.util.Optional;

/** Takes the columns of a block into what is gathered: one value or two, and perhaps a blinding condition behind them. */
final class Filling {
    private Filling() {}

    /**
     * Adds the events of a block.
     *
     * @param block its columns are the values, and then the blinding condition if there is one
     * @param values how many columns hold values: 1 or 2
     * @param isBlind whether a blinding condition follows
     * @param into what they are added to
     */
    static <H> void fill(EventTable block, int values, boolean isBlind, Collected<H> into) {
        Column x = block.column(0);
        Column y = block.column(values - 1);
        boolean[] hides = hides(block, isBlind ? values : -1);
        boolean isList = x instanceof Column.Lists || y instanceof Column.Lists;
        for (int i = 0; i < block.size(); i++) {
            Collected.Cell<H> cell = into.cell(block.sampleIndex()[i], block.classIndex()[i]);
            if (hides[i]) {
                cell.countBlinded();
            }
            if (isList) {
                fillLists(x, y, i, block.weight()[i], hides[i], cell);
            } else {
                cell.fill(x.number(i), y.number(i), block.weight()[i], hides[i]);
            }
        }
    }

    private static boolean[] hides(EventTable block, int column) {
        boolean[] out = new boolean[block.size()];
        for (int i = 0; i < out.length && column >= 0; i++) {
            out[i] = block.column(column).number(i) == 1;
        }
        return out;
    }

    private static <H> void fillLists(
            Column x, Column y, int i, double weight, boolean isHidden, Collected.Cell<H> cell) {
        int n = length(x, i);
        int m = length(y, i);
        if (n >= 0 && m >= 0 && n != m) {
            throw UserError.data(
                    "the lists of an event have " + n + " and " + m + " elements, where pairs of both are filled",
                    "fill lists of one length, or an element of one of them, such as [0]");
        }
        for (int k = 0; k < Math.max(n, m); k++) {
            cell.fill(element(x, i, k), element(y, i, k), weight, isHidden);
        }
    }

    private static int length(Column column, int i) {
        return column instanceof Column.Lists lists ? lists.length(i) : -1;
    }

    private static double element(Column column, int i, int k) {
        return column instanceof Column.Lists lists ? lists.values().number(lists.offsets()[i] + k) : column.number(i);
    }

    /** Returns the values with the blinding condition behind them. */
    static List<EventExpression> columns(List<EventExpression> values, Optional<EventExpression> blind) {
        return java.util.stream.Stream.concat(values.stream(), blind.stream()).toList();
    }
}
