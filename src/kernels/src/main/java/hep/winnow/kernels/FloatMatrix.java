package hep.winnow.kernels;

import java.util.Objects;

/**
 * A matrix of floats, one array per row, each padded to a multiple of {@value #PAD} numbers so that vector kernels need no masks. What stands in
 * the padding is unspecified and reaches no result. Safe for several threads as long as none writes what another uses.
 */
public final class FloatMatrix {
    /** Rows are this many floats long, or a multiple of it. */
    public static final int PAD = 16;

    private final int rows;
    private final int columns;
    private final float[][] row;

    /**
     * Makes a matrix of zeros.
     *
     * @param rows at least 0
     * @param columns at least 1
     */
    public FloatMatrix(int rows, int columns) {
        if (rows < 0 || columns < 1) {
            throw new IllegalArgumentException("a matrix cannot be " + rows + "x" + columns);
        }
        this.rows = rows;
        this.columns = columns;
        this.row = new float[rows][(columns + PAD - 1) / PAD * PAD];
    }

    /** Returns the number of rows. */
    public int rows() {
        return rows;
    }

    /** Returns the number of columns, without the padding. */
    public int columns() {
        return columns;
    }

    /** Returns row {@code i} itself, at least {@link #columns()} long: writing to it changes the matrix. */
    public float[] row(int i) {
        return row[i];
    }

    /**
     * Copies rows in.
     *
     * @param values row by row (rows x columns), read from {@code offset} on
     * @param count number of rows, written from row 0 on
     */
    public void load(float[] values, int offset, int count) {
        for (int i = 0; i < count; i++) {
            System.arraycopy(values, offset + i * columns, row[i], 0, columns);
        }
    }

    /** Returns all values, row by row, without the padding. */
    public float[] toArray() {
        float[] out = new float[rows * columns];
        for (int i = 0; i < rows; i++) {
            System.arraycopy(row[i], 0, out, i * columns, columns);
        }
        return out;
    }

    /** Copies the values of {@code other}, which has the same shape. */
    public void set(FloatMatrix other) {
        if (other.rows != rows || other.columns != columns) {
            throw new IllegalArgumentException("cannot copy a " + other.shape() + " matrix to a " + shape() + " one");
        }
        set(other, rows);
    }

    /** Copies the first {@code count} rows of {@code other}, which is as wide as this. */
    public void set(FloatMatrix other, int count) {
        for (int i = 0; i < count; i++) {
            System.arraycopy(other.row[i], 0, row[i], 0, columns);
        }
    }

    /** Writes the transpose of this matrix to {@code out}, which is columns x rows. */
    public void transposeTo(FloatMatrix out) {
        transposeTo(out, 0, rows);
    }

    /** Writes the rows {@code from} to {@code to - 1} of this matrix to columns of {@code out}, which is columns x rows. */
    public void transposeTo(FloatMatrix out, int from, int to) {
        if (out.rows != columns || out.columns != rows) {
            throw new IllegalArgumentException(
                    "the transpose of a " + shape() + " matrix is no " + out.shape() + " one");
        }
        Objects.checkFromToIndex(from, to, rows);
        int i = from;
        for (; i + 8 <= to; i += 8) {
            transpose8(i, out.row);
        }
        for (; i < to; i++) {
            float[] source = row[i];
            for (int j = 0; j < columns; j++) {
                out.row[j][i] = source[j];
            }
        }
    }

    /** Eight rows at a time: what is written lies together. Hot. */
    private void transpose8(int i, float[][] out) {
        float[] r0 = row[i];
        float[] r1 = row[i + 1];
        float[] r2 = row[i + 2];
        float[] r3 = row[i + 3];
        float[] r4 = row[i + 4];
        float[] r5 = row[i + 5];
        float[] r6 = row[i + 6];
        float[] r7 = row[i + 7];
        for (int j = 0; j < columns; j++) {
            float[] target = out[j];
            target[i] = r0[j];
            target[i + 1] = r1[j];
            target[i + 2] = r2[j];
            target[i + 3] = r3[j];
            target[i + 4] = r4[j];
            target[i + 5] = r5[j];
            target[i + 6] = r6[j];
            target[i + 7] = r7[j];
        }
    }

    /** Returns rows and columns for messages: {@code 3x4}. */
    public String shape() {
        return rows + "x" + columns;
    }

    /** The rows themselves, for kernels. */
    float[][] array() {
        return row;
    }
}
