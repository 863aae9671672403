package hep.winnow.kernels;

/** Functions in plain loops, written out one by one, so that each is compiled for itself. */
final class ScalarFunctions implements Functions {
    @Override
    public void exp(float[] x, float[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = FloatMath.exp(x[i]);
        }
    }

    @Override
    public void expm1(float[] x, float[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = FloatMath.expm1(x[i]);
        }
    }

    @Override
    public void log(float[] x, float[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = FloatMath.log(x[i]);
        }
    }

    @Override
    public void log1p(float[] x, float[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = FloatMath.log1p(x[i]);
        }
    }

    @Override
    public void tanh(float[] x, float[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = FloatMath.tanh(x[i]);
        }
    }

    @Override
    public void sigmoid(float[] x, float[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = FloatMath.sigmoid(x[i]);
        }
    }

    @Override
    public void softplus(float[] x, float[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = FloatMath.softplus(x[i]);
        }
    }

    @Override
    public void elu(float[] z, int n, float alpha, float scale) {
        for (int i = 0; i < n; i++) {
            z[i] = scale * (z[i] > 0 ? z[i] : alpha * FloatMath.expm1(z[i]));
        }
    }

    @Override
    public void swish(float[] z, int n) {
        for (int i = 0; i < n; i++) {
            z[i] = swish(z[i], FloatMath.sigmoid(z[i]));
        }
    }

    @Override
    public void sigmoidSlope(float[] z, float[] slope, int n) {
        for (int i = 0; i < n; i++) {
            // e/(1+e)² keeps its bits where 1 - f would lose them.
            float e = FloatMath.exp(-Math.abs(z[i]));
            float f = 1 / (1 + e);
            slope[i] = e * f * f;
            z[i] = (z[i] < 0 ? e : 1f) * f;
        }
    }

    @Override
    public void tanhSlope(float[] z, float[] slope, int n) {
        for (int i = 0; i < n; i++) {
            float f = FloatMath.tanh(z[i]);
            z[i] = f;
            slope[i] = (1 - f) * (1 + f);
        }
    }

    @Override
    public void eluSlope(float[] z, float[] slope, int n, float alpha, float scale) {
        for (int i = 0; i < n; i++) {
            slope[i] = scale * (z[i] > 0 ? 1f : alpha * FloatMath.exp(z[i]));
        }
        elu(z, n, alpha, scale);
    }

    @Override
    public void softplusSlope(float[] z, float[] slope, int n) {
        sigmoid(z, slope, n);
        softplus(z, z, n);
    }

    @Override
    public void swishSlope(float[] z, float[] slope, int n) {
        for (int i = 0; i < n; i++) {
            float s = FloatMath.sigmoid(z[i]);
            float f = swish(z[i], s);
            slope[i] = Math.fma(f, 1 - s, s);
            z[i] = f;
        }
    }

    /** z·s, and 0 at -infinity where s is 0. */
    private static float swish(float z, float s) {
        return s == 0 ? 0f : z * s;
    }
}
