package hep.winnow.kernels;

/**
 * Steps of gradient descent over the first {@code n} numbers of an array of parameters {@code w} with gradient {@code g}. Element by element: cutting an array in two
 * changes no bit. The loops are written for HotSpot to vectorise; nothing is allocated.
 */
public final class Descent {
    private Descent() {}

    /** sum += part. */
    public static void add(float[] sum, float[] part, int n) {
        for (int i = 0; i < n; i++) {
            sum[i] += part[i];
        }
    }

    /** x *= factor, element by element. */
    public static void multiply(float[] x, float[] factor, int n) {
        for (int i = 0; i < n; i++) {
            x[i] *= factor[i];
        }
    }

    /** Adds the gradient of the penalty l1·Σ|w| + l2/2·Σw²: g += l1·sign(w) + l2·w. The sign of 0 is 0. */
    public static void penalise(float[] g, float[] w, int n, float l1, float l2) {
        if (l2 != 0) {
            for (int i = 0; i < n; i++) {
                g[i] = Math.fma(l2, w[i], g[i]);
            }
        }
        if (l1 != 0) {
            for (int i = 0; i < n; i++) {
                g[i] = Math.fma(l1, Math.signum(w[i]), g[i]);
            }
        }
    }

    /** Plain descent: w -= rate·g. */
    public static void sgd(float[] w, float[] g, int n, float rate) {
        for (int i = 0; i < n; i++) {
            w[i] = Math.fma(-rate, g[i], w[i]);
        }
    }

    /** Descent with momentum (Polyak): v = momentum·v - rate·g, w += v. */
    public static void momentum(float[] w, float[] g, float[] v, int n, float rate, float momentum) {
        for (int i = 0; i < n; i++) {
            v[i] = Math.fma(momentum, v[i], -rate * g[i]);
            w[i] += v[i];
        }
    }

    /** Descent with Nesterov's momentum (form of Sutskever et al. 2013): v = momentum·v - rate·g, w += momentum·v - rate·g. */
    public static void nesterov(float[] w, float[] g, float[] v, int n, float rate, float momentum) {
        for (int i = 0; i < n; i++) {
            float step = -rate * g[i];
            v[i] = Math.fma(momentum, v[i], step);
            w[i] += Math.fma(momentum, v[i], step);
        }
    }

    /** RMSprop (Tieleman and Hinton 2012): v = rho·v + (1 - rho)·g², w -= rate·g/(√v + eps). */
    public static void rmsprop(float[] w, float[] g, float[] v, int n, float rate, float rho, float eps) {
        float rest = 1 - rho;
        for (int i = 0; i < n; i++) {
            v[i] = Math.fma(rho, v[i], rest * g[i] * g[i]);
            w[i] -= rate * g[i] / ((float) Math.sqrt(v[i]) + eps);
        }
    }

    /**
     * Adam (Kingma and Ba 2015, algorithm 1): m = beta1·m + (1 - beta1)·g, v = beta2·v + (1 - beta2)·g², w -= rate·m/(√(v·correction) + eps).
     *
     * @param m first moment, changed
     * @param v second moment, changed
     * @param n numbers
     * @param step constants of this step
     */
    public static void adam(float[] w, float[] g, float[] m, float[] v, int n, AdamStep step) {
        float beta1 = step.beta1;
        float beta2 = step.beta2;
        float rest1 = 1 - beta1;
        float rest2 = 1 - beta2;
        float rate = step.rate;
        float root = step.root;
        float eps = step.eps;
        for (int i = 0; i < n; i++) {
            m[i] = Math.fma(beta1, m[i], rest1 * g[i]);
            v[i] = Math.fma(beta2, v[i], rest2 * g[i] * g[i]);
            w[i] -= rate * m[i] / (Math.fma((float) Math.sqrt(v[i]), root, eps));
        }
    }

    /**
     * The constants of one step of Adam.
     *
     * @param beta1 decay of the first moment
     * @param beta2 decay of the second moment
     * @param rate learning rate over 1 - beta1^t
     * @param root 1/√(1 - beta2^t)
     * @param eps added to the root of the second moment
     */
    public record AdamStep(float beta1, float beta2, float rate, float root, float eps) {
        /** Returns the constants of step {@code t}, 1 for the first. */
        public static AdamStep of(double rate, double beta1, double beta2, double eps, long t) {
            double first = 1 - StrictMath.pow(beta1, t);
            double second = 1 - StrictMath.pow(beta2, t);
            return new AdamStep(
                    (float) beta1, (float) beta2, (float) (rate / first), (float) (1 / Math.sqrt(second)), (float) eps);
        }
    }
}
