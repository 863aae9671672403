package hep.winnow.kernels;

import java.util.Arrays;

/** The functions behind {@link ActivationKernel}; loops written out one by one, so that each is compiled for itself. */
final class Activations {
    private Activations() {}

    record Identity() implements ActivationKernel {
        @Override
        public void apply(float[] z, int n) {}

        @Override
        public void apply(float[] z, float[] slope, int n) {
            Arrays.fill(slope, 0, n, 1f);
        }
    }

    record Sigmoid() implements ActivationKernel {
        @Override
        public void apply(float[] z, int n) {
            FloatMath.sigmoid(z, z, n);
        }

        @Override
        public void apply(float[] z, float[] slope, int n) {
            for (int i = 0; i < n; i++) {
                // e/(1+e)² keeps its bits where 1 - f would lose them.
                float e = FloatMath.exp(-Math.abs(z[i]));
                float f = 1 / (1 + e);
                slope[i] = e * f * f;
                z[i] = (z[i] < 0 ? e : 1f) * f;
            }
        }
    }

    record Tanh() implements ActivationKernel {
        @Override
        public void apply(float[] z, int n) {
            FloatMath.tanh(z, z, n);
        }

        @Override
        public void apply(float[] z, float[] slope, int n) {
            for (int i = 0; i < n; i++) {
                float f = FloatMath.tanh(z[i]);
                z[i] = f;
                slope[i] = (1 - f) * (1 + f);
            }
        }
    }

    record Relu() implements ActivationKernel {
        @Override
        public void apply(float[] z, int n) {
            for (int i = 0; i < n; i++) {
                z[i] = Math.max(z[i], 0f);
            }
        }

        @Override
        public void apply(float[] z, float[] slope, int n) {
            for (int i = 0; i < n; i++) {
                slope[i] = z[i] > 0 ? 1f : 0f;
            }
            apply(z, n);
        }
    }

    record Leaky(float below) implements ActivationKernel {
        @Override
        public void apply(float[] z, int n) {
            for (int i = 0; i < n; i++) {
                z[i] = z[i] > 0 ? z[i] : below * z[i];
            }
        }

        @Override
        public void apply(float[] z, float[] slope, int n) {
            for (int i = 0; i < n; i++) {
                slope[i] = z[i] > 0 ? 1f : below;
            }
            apply(z, n);
        }
    }

    record Elu(float alpha, float scale) implements ActivationKernel {
        @Override
        public void apply(float[] z, int n) {
            for (int i = 0; i < n; i++) {
                z[i] = scale * (z[i] > 0 ? z[i] : alpha * FloatMath.expm1(z[i]));
            }
        }

        @Override
        public void apply(float[] z, float[] slope, int n) {
            for (int i = 0; i < n; i++) {
                slope[i] = scale * (z[i] > 0 ? 1f : alpha * FloatMath.exp(z[i]));
            }
            apply(z, n);
        }
    }

    record Softplus() implements ActivationKernel {
        @Override
        public void apply(float[] z, int n) {
            for (int i = 0; i < n; i++) {
                z[i] = FloatMath.softplus(z[i]);
            }
        }

        @Override
        public void apply(float[] z, float[] slope, int n) {
            FloatMath.sigmoid(z, slope, n);
            apply(z, n);
        }
    }

    record Swish() implements ActivationKernel {
        @Override
        public void apply(float[] z, int n) {
            for (int i = 0; i < n; i++) {
                z[i] = swish(z[i], FloatMath.sigmoid(z[i]));
            }
        }

        @Override
        public void apply(float[] z, float[] slope, int n) {
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
}
