package hep.winnow.api.event;

/**
 * The values of one column for a block of events, in a typed array. The arrays are not copied: whoever makes a column
 * hands them over, whoever reads one leaves them as they are. A missing number is NaN; in columns that cannot hold NaN (int, long, boolean) nothing is
 * ever missing, because a source widens such a column to double.
 */
public sealed interface Column {
    /** Returns the number of events. */
    int size();

    /** Returns the type of the values. */
    ColumnType type();

    /** Returns value {@code i} as a number; NaN for a string. */
    double number(int i);

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
}
