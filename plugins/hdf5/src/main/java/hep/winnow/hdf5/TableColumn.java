package hep.winnow.hdf5;

import hep.winnow.api.event.ColumnInfo;
import io.jhdf.object.datatype.DataType;
import java.util.List;
import java.util.Optional;

/**
 * Where the values of a column lie.
 *
 * @param info the column
 * @param dataset path of the dataset that holds them
 * @param type of an element
 * @param offset of the first element in a row, in bytes
 * @param dimensions of what a row has of it; empty for one element
 * @param ends path of the dataset that says where lists end, one behind the other in the dataset of values; empty where each row is an event
 */
record TableColumn(
        ColumnInfo info, String dataset, DataType type, int offset, List<Integer> dimensions, Optional<String> ends) {
    TableColumn {
        dimensions = List.copyOf(dimensions);
    }

    /** Returns how many elements a row has. */
    int elements() {
        int n = 1;
        for (int d : dimensions) {
            n *= d;
        }
        return n;
    }
}
