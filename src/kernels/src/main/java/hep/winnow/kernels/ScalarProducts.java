package hep.winnow.kernels;

import java.util.Arrays;

/**
 * Products in plain Java loops that HotSpot turns into vector code: rows are arrays of their own and indices bare, four terms of the sum are taken up per
 * sweep over a row of results. 20 to 38 GFLOP/s on a Zen 4 core at 32 to 256 outputs, on JDK 17 and 25 alike; wider blocks are faster on 25 and are not vectorised on 17.
 */
final class ScalarProducts implements Products {
    /** From this number of outputs on, sweeps over a row of results pay. */
    static final int WIDE = 4;

    /** One column of a gradient, as a row. */
    private float[] column = new float[FloatMatrix.PAD];

    @Override
    public void forward(FloatMatrix x, int rows, FloatMatrix w, float[] bias, FloatMatrix out) {
        check("forward", x, rows, w, out);
        int n = w.columns();
        for (int i = 0; i < rows; i++) {
            System.arraycopy(bias, 0, out.array()[i], 0, n);
        }
        multiplyAdd(x.array(), rows, w, out.array());
    }

    @Override
    public void inputGradient(FloatMatrix delta, int rows, FloatMatrix transposed, FloatMatrix out) {
        check("input gradient", delta, rows, transposed, out);
        int n = transposed.columns();
        for (int i = 0; i < rows; i++) {
            Arrays.fill(out.array()[i], 0, n, 0f);
        }
        multiplyAdd(delta.array(), rows, transposed, out.array());
    }

    @Override
    public void weightGradient(FloatMatrix x, FloatMatrix delta, int rows, FloatMatrix gradient) {
        checkGradient(x, delta, rows, gradient);
        int n = gradient.columns();
        if (n < WIDE) {
            narrowGradient(x.array(), delta.array(), rows, gradient);
            return;
        }
        for (int k = 0; k < gradient.rows(); k++) {
            Arrays.fill(gradient.array()[k], 0, n, 0f);
        }
        wideGradient(x.array(), delta.array(), rows, gradient);
    }

    @Override
    public void biasGradient(FloatMatrix delta, int rows, float[] out) {
        int n = delta.columns();
        Arrays.fill(out, 0, n, 0f);
        if (n == 1) {
            out[0] = sum(delta.array(), rows);
            return;
        }
        for (int i = 0; i < rows; i++) {
            add(out, delta.array()[i], n);
        }
    }

    private void multiplyAdd(float[][] a, int rows, FloatMatrix b, float[][] c) {
        if (b.columns() < WIDE) {
            narrow(a, rows, b, c);
            return;
        }
        float[][] bs = b.array();
        int depth = b.rows();
        int n = b.columns();
        for (int i = 0; i < rows; i++) {
            float[] ai = a[i];
            float[] ci = c[i];
            int k = 0;
            for (; k + 4 <= depth; k += 4) {
                sweep4(ci, n, ai[k], ai[k + 1], ai[k + 2], ai[k + 3], bs[k], bs[k + 1], bs[k + 2], bs[k + 3]);
            }
            for (; k < depth; k++) {
                sweep1(ci, n, ai[k], bs[k]);
            }
        }
    }

    private static void wideGradient(float[][] x, float[][] delta, int rows, FloatMatrix gradient) {
        int n = gradient.columns();
        int i = 0;
        for (; i + 4 <= rows; i += 4) {
            float[] x0 = x[i];
            float[] x1 = x[i + 1];
            float[] x2 = x[i + 2];
            float[] x3 = x[i + 3];
            for (int k = 0; k < gradient.rows(); k++) {
                float[] g = gradient.array()[k];
                sweep4(g, n, x0[k], x1[k], x2[k], x3[k], delta[i], delta[i + 1], delta[i + 2], delta[i + 3]);
            }
        }
        for (; i < rows; i++) {
            for (int k = 0; k < gradient.rows(); k++) {
                sweep1(gradient.array()[k], n, x[i][k], delta[i]);
            }
        }
    }

    /** c += a0·b0, then a1·b1, a2·b2, a3·b3. Hot: the shape of this loop is what HotSpot vectorises. */
    private static void sweep4(
            float[] c, int n, float a0, float a1, float a2, float a3, float[] b0, float[] b1, float[] b2, float[] b3) {
        for (int j = 0; j < n; j++) {
            c[j] = Math.fma(a3, b3[j], Math.fma(a2, b2[j], Math.fma(a1, b1[j], Math.fma(a0, b0[j], c[j]))));
        }
    }

    private static void sweep1(float[] c, int n, float a, float[] b) {
        for (int j = 0; j < n; j++) {
            c[j] = Math.fma(a, b[j], c[j]);
        }
    }

    private static float sum(float[][] column, int rows) {
        float sum = 0;
        for (int i = 0; i < rows; i++) {
            sum += column[i][0];
        }
        return sum;
    }

    private static void add(float[] c, float[] b, int n) {
        for (int j = 0; j < n; j++) {
            c[j] += b[j];
        }
    }

    /** Few outputs: eight rows at a time, so that eight chains of additions run beside each other. Hot. */
    private void narrow(float[][] a, int rows, FloatMatrix b, float[][] c) {
        int depth = b.rows();
        if (rows < 8) {
            narrowRows(a, 0, rows, b, c);
            return;
        }
        makeRoom(depth);
        for (int j = 0; j < b.columns(); j++) {
            for (int k = 0; k < depth; k++) {
                column[k] = b.array()[k][j];
            }
            for (int i = 0; i + 8 <= rows; i += 8) {
                narrow8(a, i, column, j, depth, c);
            }
        }
        narrowRows(a, rows / 8 * 8, rows, b, c);
    }

    private static void narrowRows(float[][] a, int from, int to, FloatMatrix b, float[][] c) {
        float[][] bs = b.array();
        for (int i = from; i < to; i++) {
            float[] ai = a[i];
            for (int j = 0; j < b.columns(); j++) {
                float s = c[i][j];
                for (int k = 0; k < bs.length; k++) {
                    s = Math.fma(ai[k], bs[k][j], s);
                }
                c[i][j] = s;
            }
        }
    }

    private static void narrow8(float[][] a, int i, float[] b, int j, int depth, float[][] c) {
        float[] a0 = a[i];
        float[] a1 = a[i + 1];
        float[] a2 = a[i + 2];
        float[] a3 = a[i + 3];
        float[] a4 = a[i + 4];
        float[] a5 = a[i + 5];
        float[] a6 = a[i + 6];
        float[] a7 = a[i + 7];
        float s0 = c[i][j];
        float s1 = c[i + 1][j];
        float s2 = c[i + 2][j];
        float s3 = c[i + 3][j];
        float s4 = c[i + 4][j];
        float s5 = c[i + 5][j];
        float s6 = c[i + 6][j];
        float s7 = c[i + 7][j];
        for (int k = 0; k < depth; k++) {
            float bkj = b[k];
            s0 = Math.fma(a0[k], bkj, s0);
            s1 = Math.fma(a1[k], bkj, s1);
            s2 = Math.fma(a2[k], bkj, s2);
            s3 = Math.fma(a3[k], bkj, s3);
            s4 = Math.fma(a4[k], bkj, s4);
            s5 = Math.fma(a5[k], bkj, s5);
            s6 = Math.fma(a6[k], bkj, s6);
            s7 = Math.fma(a7[k], bkj, s7);
        }
        c[i][j] = s0;
        c[i + 1][j] = s1;
        c[i + 2][j] = s2;
        c[i + 3][j] = s3;
        c[i + 4][j] = s4;
        c[i + 5][j] = s5;
        c[i + 6][j] = s6;
        c[i + 7][j] = s7;
    }

    /** Few outputs: a column of the gradient is swept over as a row. */
    private void narrowGradient(float[][] x, float[][] delta, int rows, FloatMatrix gradient) {
        int inputs = gradient.rows();
        makeRoom(inputs);
        for (int j = 0; j < gradient.columns(); j++) {
            Arrays.fill(column, 0, inputs, 0f);
            int i = 0;
            for (; i + 4 <= rows; i += 4) {
                sweep4(
                        column,
                        inputs,
                        delta[i][j],
                        delta[i + 1][j],
                        delta[i + 2][j],
                        delta[i + 3][j],
                        x[i],
                        x[i + 1],
                        x[i + 2],
                        x[i + 3]);
            }
            for (; i < rows; i++) {
                sweep1(column, inputs, delta[i][j], x[i]);
            }
            for (int k = 0; k < inputs; k++) {
                gradient.array()[k][j] = column[k];
            }
        }
    }

    private void makeRoom(int n) {
        if (column.length < n) {
            column = new float[n];
        }
    }

    static void check(String what, FloatMatrix x, int rows, FloatMatrix w, FloatMatrix out) {
        if (x.columns() != w.rows() || out.columns() != w.columns() || rows > x.rows() || rows > out.rows()) {
            throw new IllegalArgumentException(what + " of " + rows + " rows: input is " + x.shape() + ", weights "
                    + w.shape() + ", output " + out.shape());
        }
    }

    static void checkGradient(FloatMatrix x, FloatMatrix delta, int rows, FloatMatrix gradient) {
        if (x.columns() != gradient.rows()
                || delta.columns() != gradient.columns()
                || rows > x.rows()
                || rows > delta.rows()) {
            throw new IllegalArgumentException("weight gradient of " + rows + " rows: x is " + x.shape() + ", delta "
                    + delta.shape() + ", gradient " + gradient.shape());
        }
    }
}
