package hep.winnow.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Compares ten steps on w² + noise with the same formulas in double precision. */
class DescentTest {
    private static final int N = 37;
    private static final int STEPS = 10;
    private final float[] w = start();
    private final float[] m = new float[N];
    private final float[] v = new float[N];
    private final double[] dw = wide(start());
    private final double[] dm = new double[N];
    private final double[] dv = new double[N];

    @Test
    void sgdFollowsItsFormula() {
        for (int t = 0; t < STEPS; t++) {
            float[] g = gradient(t);
            Descent.sgd(w, g, N, 0.1f);
            for (int i = 0; i < N; i++) {
                dw[i] -= 0.1f * (double) g[i];
            }
        }
        agrees();
    }

    @Test
    void momentumFollowsItsFormula() {
        for (int t = 0; t < STEPS; t++) {
            float[] g = gradient(t);
            Descent.momentum(w, g, v, N, 0.1f, 0.9f);
            for (int i = 0; i < N; i++) {
                dv[i] = 0.9f * dv[i] - 0.1f * (double) g[i];
                dw[i] += dv[i];
            }
        }
        agrees();
    }

    @Test
    void nesterovFollowsItsFormula() {
        for (int t = 0; t < STEPS; t++) {
            float[] g = gradient(t);
            Descent.nesterov(w, g, v, N, 0.1f, 0.9f);
            for (int i = 0; i < N; i++) {
                dv[i] = 0.9f * dv[i] - 0.1f * (double) g[i];
                dw[i] += 0.9f * dv[i] - 0.1f * (double) g[i];
            }
        }
        agrees();
    }

    @Test
    void rmspropFollowsItsFormula() {
        for (int t = 0; t < STEPS; t++) {
            float[] g = gradient(t);
            Descent.rmsprop(w, g, v, N, 0.01f, 0.9f, 1e-6f);
            for (int i = 0; i < N; i++) {
                dv[i] = 0.9f * dv[i] + (1 - 0.9f) * (double) g[i] * g[i];
                dw[i] -= 0.01f * g[i] / (Math.sqrt(dv[i]) + 1e-6f);
            }
        }
        agrees();
    }

    @Test
    void adamFollowsItsFormula() {
        for (int t = 0; t < STEPS; t++) {
            float[] g = gradient(t);
            Descent.adam(w, g, m, v, N, Descent.AdamStep.of(0.01, 0.9, 0.999, 1e-8, t + 1));
            for (int i = 0; i < N; i++) {
                dm[i] = 0.9 * dm[i] + 0.1 * g[i];
                dv[i] = 0.999 * dv[i] + 0.001 * g[i] * g[i];
                double first = dm[i] / (1 - StrictMath.pow(0.9, t + 1));
                double second = dv[i] / (1 - StrictMath.pow(0.999, t + 1));
                dw[i] -= 0.01 * first / (Math.sqrt(second) + 1e-8);
            }
        }
        agrees();
    }

    @Test
    void adamwDecaysWeightsApartFromTheGradient() {
        float rate = 0.01f;
        float decay = 0.1f;
        for (int t = 0; t < STEPS; t++) {
            float[] g = gradient(t);
            Descent.adamw(w, g, m, v, N, Descent.AdamStep.of(rate, 0.9, 0.999, 1e-8, t + 1), 1 - rate * decay);
            for (int i = 0; i < N; i++) {
                dm[i] = 0.9 * dm[i] + 0.1 * g[i];
                dv[i] = 0.999 * dv[i] + 0.001 * g[i] * g[i];
                double first = dm[i] / (1 - StrictMath.pow(0.9, t + 1));
                double second = dv[i] / (1 - StrictMath.pow(0.999, t + 1));
                dw[i] = dw[i] * (1 - 0.01 * 0.1) - 0.01 * first / (Math.sqrt(second) + 1e-8);
            }
        }
        agrees();
    }

    @Test
    void sumOfSquaresIsThatOfDoubles() {
        for (int n : new int[] {0, 1, 7, 8, 9, 37}) {
            float[] x = start();
            double sum = 0;
            for (int i = 0; i < n; i++) {
                sum += (double) x[i] * x[i];
            }
            assertThat(Descent.sumOfSquares(x, n)).isCloseTo(sum, within(1e-12 * Math.max(1, sum)));
        }
        float[] half = start();
        Descent.scale(half, 3, 0.5f);
        assertThat(half[2]).isEqualTo(start()[2] / 2);
        assertThat(half[3]).isEqualTo(start()[3]);
    }

    @Test
    void penaltyIsTheGradientOfItsFormula() {
        float[] g = new float[3];
        Descent.penalise(g, new float[] {2, -3, 0}, 3, 0.5f, 0.25f);
        assertThat(g).containsExactly(1f, -1.25f, 0f);
    }

    @Test
    void cuttingAnArrayChangesNoBit() {
        float[] whole = start();
        float[] g = gradient(3);
        Descent.AdamStep step = Descent.AdamStep.of(0.01, 0.9, 0.999, 1e-8, 1);
        Descent.adam(whole, g, new float[N], new float[N], N, step);
        for (int i = 0; i < N; i++) {
            float[] one = {start()[i]};
            Descent.adam(one, new float[] {g[i]}, new float[1], new float[1], 1, step);
            assertThat(one[0]).isEqualTo(whole[i]);
        }
    }

    private void agrees() {
        for (int i = 0; i < N; i++) {
            assertThat((double) w[i]).isCloseTo(dw[i], within(2e-6));
        }
    }

    private float[] gradient(int step) {
        float[] g = new float[N];
        for (int i = 0; i < N; i++) {
            g[i] = (float) (2 * dw[i] + StrictMath.sin(i + 3.0 * step));
        }
        return g;
    }

    private static float[] start() {
        float[] w = new float[N];
        for (int i = 0; i < N; i++) {
            w[i] = (i - 18) / 7f;
        }
        return w;
    }

    private static double[] wide(float[] x) {
        double[] out = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            out[i] = x[i];
        }
        return out;
    }
}
