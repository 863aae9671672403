package hep.winnow.root.ntuple;

import java.util.List;

/**
 * What lies between an event and the values of a column: how many values there are for each one above.
 *
 * @param kind which numbers there may be
 * @param field number of the field that it comes from; together with {@code size} it tells levels apart
 * @param path of the field
 * @param size of an array; of an alternative its number, from 1 on
 * @param columns that hold the numbers, one for each way in which they are stored
 */
record Level(Kind kind, int field, String path, int size, List<Integer> columns) {
    enum Kind {
        /** Any number. */
        LIST,
        /** Always {@code size}. */
        ARRAY,
        /** One or none. */
        OPTIONAL,
        /** One where a variant holds alternative {@code size}, else none. */
        ALTERNATIVE;

        /** Tells whether it makes a list of values. */
        boolean isList() {
            return this == LIST || this == ARRAY;
        }
    }
}
