package hep.winnow.npy;

import hep.winnow.api.event.ColumnInfo;
import hep.winnow.api.event.ColumnType;
import java.util.Optional;

/**
 * Where the values of one column lie.
 *
 * @param info the column
 * @param array that holds it
 * @param start offset of the first row's bytes in the array's store
 * @param stride bytes from one row to the next
 * @param field what a row holds, from its first byte on
 * @param offsets of a jagged column: the array of one whole number more than there are events
 */
record Part(ColumnInfo info, NpyArray array, long start, int stride, Field field, Optional<NpyArray> offsets) {
    static Part of(Field field, NpyArray array, long start, int stride) {
        ColumnType type = field.type().column().orElseThrow();
        ColumnInfo info = new ColumnInfo(field.name(), type, field.dimensions().size(), "");
        return new Part(info, array, start, stride, field, Optional.empty());
    }

    Part jagged(NpyArray where) {
        ColumnInfo lists = new ColumnInfo(info.name(), info.type(), info.depth() + 1, "");
        return new Part(lists, array, start, stride, field, Optional.of(where));
    }
}
