package hep.winnow.api.event;

import java.util.List;

/**
 * The values of one column for a block of events, in a typed array. The arrays are not copied: whoever makes a column
 * hands them over, whoever reads one leaves them as they are. A missing number is NaN; in columns that cannot hold NaN (int, long, boolean) nothing is
 * ever missing, because a source widens such a column to double.
 */
public sealed interface Column {
    /** Returns the number of events. */
    int size();

    /** Returns the type of the values; of a jagged column, of the values in the lists. */
    ColumnType type();

    /** Returns value {@code i} as a number; NaN for a string or a list. */
    double number(int i);

    /** Returns how many lists a value lies in: 0 for one value per event. */
    default int depth() {
        return 0;
    }

    /** A column of {@code float}. */
    record Floats(float[] values) implements Column {
        @Override
        public int size() {
            return values.length;
        }

        @Override
        public ColumnType type() {
            return ColumnType.FLOAT;
        }

        @Override
        public double number(int i) {
            return values[i];
        }
    }

    /** A column of {@code double}. */
    record Doubles(double[] values) implements Column {
        @Override
        public int size() {
            return values.length;
        }

        @Override
        public ColumnType type() {
            return ColumnType.DOUBLE;
        }

        @Override
        public double number(int i) {
            return values[i];
        }
    }

    /** A column of {@code int}. */
    record Ints(int[] values) implements Column {
        @Override
        public int size() {
            return values.length;
        }

        @Override
        public ColumnType type() {
            return ColumnType.INT;
        }

        @Override
        public double number(int i) {
            return values[i];
        }
    }

    /** A column of {@code long}; {@link #number} rounds beyond 2^53. */
    record Longs(long[] values) implements Column {
        @Override
        public int size() {
            return values.length;
        }

        @Override
        public ColumnType type() {
            return ColumnType.LONG;
        }

        @Override
        public double number(int i) {
            return values[i];
        }
    }

    /** A column of {@code boolean}. */
    record Booleans(boolean[] values) implements Column {
        @Override
        public int size() {
            return values.length;
        }

        @Override
        public ColumnType type() {
            return ColumnType.BOOLEAN;
        }

        @Override
        public double number(int i) {
            return values[i] ? 1 : 0;
        }
    }

    /** A column of strings. */
    record Strings(String[] values) implements Column {
        @Override
        public int size() {
            return values.length;
        }

        @Override
        public ColumnType type() {
            return ColumnType.STRING;
        }

        @Override
        public double number(int i) {
            return Double.NaN;
        }
    }

    /**
     * A jagged column: a list per event, such as the momenta of its jets. Event {@code i} has the values {@code offsets[i]} to {@code offsets[i + 1] - 1}, which
     * may be none.
     *
     * @param offsets one more than there are events, rising from 0 to the number of values
     * @param values of all lists, one behind the other; itself jagged where the lists hold lists
     */
    record Lists(int[] offsets, Column values) implements Column {
        public Lists {
            if (offsets.length == 0 || offsets[0] != 0 || offsets[offsets.length - 1] != values.size()) {
                throw new IllegalArgumentException(
                        "offsets must lead from 0 to the number of values, " + values.size());
            }
            for (int i = 1; i < offsets.length; i++) {
                if (offsets[i] < offsets[i - 1]) {
                    throw new IllegalArgumentException("offsets must not fall, as they do at event " + (i - 1));
                }
            }
        }

        @Override
        public int size() {
            return offsets.length - 1;
        }

        @Override
        public ColumnType type() {
            return values.type();
        }

        @Override
        public int depth() {
            return values.depth() + 1;
        }

        @Override
        public double number(int i) {
            return Double.NaN;
        }

        /**
         * Returns arrays of one shape as lists of lists; the values themselves where the shape has no dimension.
         *
         * @param values of all events, one event behind the other, the last dimension running fastest
         * @param shape dimensions of the array of an event
         * @param events number of events
         */
        public static Column ofShape(Column values, List<Integer> shape, int events) {
            Column column = values;
            for (int d = shape.size() - 1; d >= 0; d--) {
                int lists = events;
                for (int k = 0; k < d; k++) {
                    lists *= shape.get(k);
                }
                int[] offsets = new int[lists + 1];
                for (int i = 0; i < lists; i++) {
                    offsets[i + 1] = offsets[i] + shape.get(d);
                }
                column = new Lists(offsets, column);
            }
            return column;
        }

        /** Returns the length of the list of event {@code i}. */
        public int length(int i) {
            return offsets[i + 1] - offsets[i];
        }
    }
}
