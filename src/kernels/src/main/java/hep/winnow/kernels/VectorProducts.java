package hep.winnow.kernels;

/**
 * Products by register tiles ({@link ForwardTiles}, {@link GradientTiles}): the columns of the right factor are packed panel by panel, the summed index is cut in blocks of {@value #DEPTH} so that a panel
 * stays in the cache, and partial sums wait in the result. The terms of an element are taken up in the promised order, so that this gives the bits of {@link ScalarProducts}; that one does what is too narrow
 * or too short for tiles.
 */
final class VectorProducts implements Products {
    /** Terms that are taken up before the next panel: a panel and the rows beside it stay in the first cache. */
    private static final int DEPTH = 64;
    /** From this number of rows on, packing pays. */
    private static final int LONG = 4;
    /** Vectors beside each other in a tile: 4 where there are 32 registers, 2 where there are 16. */
    private static final int WIDTH = Lanes.COUNT == 8 ? 2 : 4;
    /** Rows of a tile, and of one that is a single vector wide. */
    private static final int ROWS = 4;

    private static final int ROWS_OF_ONE = 8;

    private static final float[] NONE = {};

    private final ScalarProducts scalar = new ScalarProducts();
    private final float[] panel = new float[DEPTH * WIDTH * Lanes.COUNT];
    /** Rows of the last tile, those that are too many replaced. */
    private final float[][] left = new float[ROWS_OF_ONE][];

    private final float[][] result = new float[ROWS_OF_ONE][];
    /** Takes the results that nobody wants. */
    private float[] waste = new float[FloatMatrix.PAD];
    /** The biases, with padding. */
    private float[] start = new float[FloatMatrix.PAD];

    private float[] zeros = new float[FloatMatrix.PAD];
    /** A column of delta, as a row. */
    private float[] column = {};
    /** What the sums of this block of terms start from; empty to go on with those that are there. */
    private float[] first = NONE;

    @Override
    public void forward(FloatMatrix x, int rows, FloatMatrix w, float[] bias, FloatMatrix out) {
        if (w.columns() < ScalarProducts.WIDE) {
            scalar.forward(x, rows, w, bias, out);
            return;
        }
        ScalarProducts.check("forward", x, rows, w, out);
        if (rows < LONG) {
            multiplyRows(x.array(), rows, w, out.array(), bias);
            return;
        }
        makeRoom(out);
        System.arraycopy(bias, 0, start, 0, w.columns());
        multiplyAdd(x.array(), rows, w, out.array(), start);
    }

    @Override
    public void inputGradient(FloatMatrix delta, int rows, FloatMatrix transposed, FloatMatrix out) {
        if (transposed.columns() < ScalarProducts.WIDE) {
            scalar.inputGradient(delta, rows, transposed, out);
            return;
        }
        ScalarProducts.check("input gradient", delta, rows, transposed, out);
        makeRoom(out);
        if (rows < LONG) {
            multiplyRows(delta.array(), rows, transposed, out.array(), zeros);
        } else {
            multiplyAdd(delta.array(), rows, transposed, out.array(), zeros);
        }
    }

    @Override
    public void weightGradient(FloatMatrix x, FloatMatrix delta, int rows, FloatMatrix gradient) {
        if (rows == 0 || gradient.rows() < LONG) {
            scalar.weightGradient(x, delta, rows, gradient);
            return;
        }
        ScalarProducts.checkGradient(x, delta, rows, gradient);
        if (gradient.columns() < ScalarProducts.WIDE) {
            narrowGradient(x, delta, rows, gradient);
            return;
        }
        float[][] g = gradient.array();
        makeRoom(gradient);
        int vectors = vectors(gradient);
        for (int from = 0; from < rows; from += DEPTH) {
            int to = Math.min(from + DEPTH, rows);
            for (int v = 0; v < vectors; ) {
                int width = width(vectors - v);
                ForwardTiles.pack(delta.array(), from, to, v * Lanes.COUNT, width, panel);
                first = from == 0 ? zeros : NONE;
                gradientTiles(x.array(), g, gradient.rows(), v * Lanes.COUNT, from, to, width);
                v += width;
            }
        }
    }

    @Override
    public void biasGradient(FloatMatrix delta, int rows, float[] out) {
        int n = delta.columns();
        if (n < ScalarProducts.WIDE) {
            // A vector that reaches over a number just written waits for it to arrive in the cache.
            scalar.biasGradient(delta, rows, out);
            return;
        }
        int padded = vectors(delta) * Lanes.COUNT;
        makeRoom(delta);
        int j = 0;
        for (; j + 4 * Lanes.COUNT <= padded; j += 4 * Lanes.COUNT) {
            GradientTiles.sum4(delta.array(), rows, j, waste);
        }
        for (; j < padded; j += Lanes.COUNT) {
            GradientTiles.sum1(delta.array(), rows, j, waste);
        }
        System.arraycopy(waste, 0, out, 0, n);
    }

    /** Too few rows to pack b for. */
    private static void multiplyRows(float[][] a, int rows, FloatMatrix b, float[][] c, float[] begin) {
        int vectors = vectors(b);
        for (int i = 0; i < rows; i++) {
            System.arraycopy(begin, 0, c[i], 0, b.columns());
            multiplyRow(a[i], b.rows(), b.array(), vectors, c[i]);
        }
    }

    private void multiplyAdd(float[][] a, int rows, FloatMatrix b, float[][] c, float[] begin) {
        int vectors = vectors(b);
        for (int from = 0; from < b.rows(); from += DEPTH) {
            int to = Math.min(from + DEPTH, b.rows());
            for (int v = 0; v < vectors; ) {
                int width = width(vectors - v);
                ForwardTiles.pack(b.array(), from, to, v * Lanes.COUNT, width, panel);
                first = from == 0 ? begin : NONE;
                forwardTiles(a, c, rows, v * Lanes.COUNT, from, to, width);
                v += width;
            }
        }
    }

    /** Few outputs: each column of the gradient is a row of its own, the product of a column of delta and x. */
    private void narrowGradient(FloatMatrix x, FloatMatrix delta, int rows, FloatMatrix gradient) {
        int vectors = vectors(x);
        int padded = vectors * Lanes.COUNT;
        if (waste.length < padded) {
            makeRoom(padded);
        }
        if (column.length < rows) {
            column = new float[rows];
        }
        for (int j = 0; j < gradient.columns(); j++) {
            for (int i = 0; i < rows; i++) {
                column[i] = delta.array()[i][j];
            }
            System.arraycopy(zeros, 0, waste, 0, padded);
            multiplyRow(column, rows, x.array(), vectors, waste);
            for (int k = 0; k < gradient.rows(); k++) {
                gradient.array()[k][j] = waste[k];
            }
        }
    }

    private static void multiplyRow(float[] a, int depth, float[][] b, int vectors, float[] c) {
        int v = 0;
        for (; v + 4 <= vectors; v += 4) {
            ForwardTiles.row4(a, depth, b, v * Lanes.COUNT, c);
        }
        if (v + 2 <= vectors) {
            ForwardTiles.row2(a, depth, b, v * Lanes.COUNT, c);
            v += 2;
        }
        if (v < vectors) {
            ForwardTiles.row1(a, depth, b, v * Lanes.COUNT, c);
        }
    }

    /** Returns the {@link Part}s that sums of so many rows and columns need; none where plain loops do them. */
    static int partsOfSums(int rows, int columns) {
        return rows < LONG && columns >= ScalarProducts.WIDE ? Part.ROW.bit() : parts(rows, columns);
    }

    /** Returns the {@link Part}s that a gradient of weights from so many rows and columns needs: of few columns, it is made of rows. */
    static int partsOfGradient(int rows, int columns) {
        return columns < ScalarProducts.WIDE ? Part.ROW.bit() : parts(rows, columns);
    }

    /** Returns the {@link Part}s that tiles of so many rows and columns need; none where plain loops do without. */
    static int parts(int rows, int columns) {
        if (columns < ScalarProducts.WIDE) {
            return Part.NONE;
        }
        int parts = rows < LONG ? Part.ROW.bit() : 0;
        int vectors = vectors(columns);
        for (int v = 0; v < vectors; ) {
            int width = width(vectors - v);
            parts |= Part.tiles(width).bit();
            v += width;
        }
        return parts;
    }

    private static int vectors(FloatMatrix m) {
        return vectors(m.columns());
    }

    private static int vectors(int columns) {
        return (columns + FloatMatrix.PAD - 1) / FloatMatrix.PAD * (FloatMatrix.PAD / Lanes.COUNT);
    }

    /** Width of the next tile where so many vectors are left: no tile of one vector beside another. */
    private static int width(int left) {
        if (left == WIDTH + 1) {
            return WIDTH == 2 ? 2 : WIDTH - 1;
        }
        return Math.min(left, WIDTH);
    }

    private void forwardTiles(float[][] a, float[][] c, int rows, int j, int from, int to, int width) {
        int step = width == 1 ? ROWS_OF_ONE : ROWS;
        int i = 0;
        for (; i + step <= rows; i += step) {
            forwardTile(a, c, i, j, from, to, width);
        }
        if (i < rows) {
            for (int r = 0; r < step; r++) {
                boolean wanted = i + r < rows;
                left[r] = a[wanted ? i + r : i];
                result[r] = wanted ? c[i + r] : waste;
            }
            forwardTile(left, result, 0, j, from, to, width);
        }
    }

    private void forwardTile(float[][] a, float[][] c, int i, int j, int from, int to, int width) {
        switch (width) {
            case 4 -> ForwardTiles.forward4x4(a, c, i, j, from, to, panel, first);
            case 3 -> ForwardTiles.forward4x3(a, c, i, j, from, to, panel, first);
            case 2 -> ForwardTiles.forward4x2(a, c, i, j, from, to, panel, first);
            default -> ForwardTiles.forward8x1(a, c, i, j, from, to, panel, first);
        }
    }

    private void gradientTiles(float[][] x, float[][] g, int inputs, int j, int from, int to, int width) {
        int step = width == 1 ? ROWS_OF_ONE : ROWS;
        int k = 0;
        for (; k + step <= inputs; k += step) {
            gradientTile(x, k, g, k, j, from, to, width);
        }
        if (k < inputs) {
            for (int r = 0; r < step; r++) {
                result[r] = k + r < inputs ? g[k + r] : waste;
            }
            // What it reads beyond the inputs is the padding of x, and goes to waste.
            gradientTile(x, k, result, 0, j, from, to, width);
        }
    }

    private void gradientTile(float[][] x, int k, float[][] g, int row, int j, int from, int to, int width) {
        switch (width) {
            case 4 -> GradientTiles.gradient4x4(x, k, g, row, j, from, to, panel, first);
            case 3 -> GradientTiles.gradient4x3(x, k, g, row, j, from, to, panel, first);
            case 2 -> GradientTiles.gradient4x2(x, k, g, row, j, from, to, panel, first);
            default -> GradientTiles.gradient8x1(x, k, g, row, j, from, to, panel, first);
        }
    }

    private void makeRoom(FloatMatrix result) {
        int n = vectors(result) * Lanes.COUNT;
        if (waste.length < n) {
            makeRoom(n);
        }
    }

    private void makeRoom(int n) {
        waste = new float[n];
        start = new float[n];
        zeros = new float[n];
    }
}
