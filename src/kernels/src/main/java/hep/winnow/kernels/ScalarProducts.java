package hep.winnow.kernels;

import java.util.Arrays;

/**
 * Products in plain Java loops that HotSpot turns into vector code: rows are arrays of their own and indices bare, four terms of the sum are taken up per
 * sweep over a row of results. 20 to 38 GFLOP/s on a Zen 4 core at 32 to 256 outputs, on JDK 17 and 25 alike; wider blocks are faster on 25 and are not vectorised on 17.
 */
final class ScalarProducts implements Products {
    /** From this number of outputs on, sweeps over a row of results pay. */
    private static final int WIDE = 4;

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
        if (x.columns() != gradient.rows()
                || delta.columns() != gradient.columns()
                || rows > x.rows()
                || rows > delta.rows()) {
            throw new IllegalArgumentException("weight gradient of " + rows + " rows: x is " + x.shape() + ", delta "
                    + delta.shape() + ", gradient " + gradient.shape());
        }
        int n = gradient.columns();
        for (int k = 0; k < gradient.rows(); k++) {
            Arrays.fill(gradient.array()[k], 0, n, 0f);
        }
        if (n < WIDE) {
            narrowGradient(x.array(), delta.array(), rows, gradient);
        } else {
            wideGradient(x.array(), delta.array(), rows, gradient);
        }
    }

    @Override
    public void biasGradient(FloatMatrix delta, int rows, float[] out) {
        int n = delta.columns();
        Arrays.fill(out, 0, n, 0f);
        for (int i = 0; i < rows; i++) {
            add(out, delta.array()[i], n);
        }
    }

    private static void multiplyAdd(float[][] a, int rows, FloatMatrix b, float[][] c) {
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

    private static void add(float[] c, float[] b, int n) {
        for (int j = 0; j < n; j++) {
            c[j] += b[j];
        }
    }

    /** Few outputs: four rows at a time, so that four chains of additions run beside each other. */
    private static void narrow(float[][] a, int rows, FloatMatrix b, float[][] c) {
        int depth = b.rows();
        float[][] bs = b.array();
        for (int j = 0; j < b.columns(); j++) {
            int i = 0;
            for (; i + 4 <= rows; i += 4) {
                float[] a0 = a[i];
                float[] a1 = a[i + 1];
                float[] a2 = a[i + 2];
                float[] a3 = a[i + 3];
                float s0 = c[i][j];
                float s1 = c[i + 1][j];
                float s2 = c[i + 2][j];
                float s3 = c[i + 3][j];
                for (int k = 0; k < depth; k++) {
                    float bkj = bs[k][j];
                    s0 = Math.fma(a0[k], bkj, s0);
                    s1 = Math.fma(a1[k], bkj, s1);
                    s2 = Math.fma(a2[k], bkj, s2);
                    s3 = Math.fma(a3[k], bkj, s3);
                }
                c[i][j] = s0;
                c[i + 1][j] = s1;
                c[i + 2][j] = s2;
                c[i + 3][j] = s3;
            }
            for (; i < rows; i++) {
                float s = c[i][j];
                for (int k = 0; k < depth; k++) {
                    s = Math.fma(a[i][k], bs[k][j], s);
                }
                c[i][j] = s;
            }
        }
    }

    /** Few outputs: four inputs at a time. */
    private static void narrowGradient(float[][] x, float[][] delta, int rows, FloatMatrix gradient) {
        float[][] g = gradient.array();
        int inputs = gradient.rows();
        for (int j = 0; j < gradient.columns(); j++) {
            int k = 0;
            for (; k + 4 <= inputs; k += 4) {
                float s0 = 0;
                float s1 = 0;
                float s2 = 0;
                float s3 = 0;
                for (int i = 0; i < rows; i++) {
                    float[] xi = x[i];
                    float d = delta[i][j];
                    s0 = Math.fma(xi[k], d, s0);
                    s1 = Math.fma(xi[k + 1], d, s1);
                    s2 = Math.fma(xi[k + 2], d, s2);
                    s3 = Math.fma(xi[k + 3], d, s3);
                }
                g[k][j] = s0;
                g[k + 1][j] = s1;
                g[k + 2][j] = s2;
                g[k + 3][j] = s3;
            }
            for (; k < inputs; k++) {
                float s = 0;
                for (int i = 0; i < rows; i++) {
                    s = Math.fma(x[i][k], delta[i][j], s);
                }
                g[k][j] = s;
            }
        }
    }

    private static void check(String what, FloatMatrix x, int rows, FloatMatrix w, FloatMatrix out) {
        if (x.columns() != w.rows() || out.columns() != w.columns() || rows > x.rows() || rows > out.rows()) {
            throw new IllegalArgumentException(what + " of " + rows + " rows: input is " + x.shape() + ", weights "
                    + w.shape() + ", output " + out.shape());
        }
    }
}
