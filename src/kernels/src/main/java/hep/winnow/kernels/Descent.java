package hep.winnow.kernels;

/**
 * Steps of gradient descent over the first {@code n} numbers of an array of parameters {@code w} with gradient {@code g}. Element by element: cutting an array in two
 * changes no bit. Nothing is allocated. What stands behind the first {@code n}, up to the next multiple of {@link FloatMatrix#PAD}, is taken for padding and may change.
 */
public final class Descent {
    private Descent() {}

    /** sum += part. */
    public static void add(float[] sum, float[] part, int n) {
        Kernels.descent(Part.ARRAYS).add(sum, part, n);
    }

    /** x *= factor, element by element. */
    public static void multiply(float[] x, float[] factor, int n) {
        Kernels.descent(Part.ARRAYS).multiply(x, factor, n);
    }

    /** Adds the gradient of the penalty l1·Σ|w| + l2/2·Σw²: g += l1·sign(w) + l2·w. The sign of 0 is 0. */
    public static void penalise(float[] g, float[] w, int n, float l1, float l2) {
        if (l1 != 0 || l2 != 0) {
            Kernels.descent(Part.STEPS).penalise(g, w, n, l1, l2);
        }
    }

    /** Plain descent: w -= rate·g. */
    public static void sgd(float[] w, float[] g, int n, float rate) {
        Kernels.descent(Part.STEPS).sgd(w, g, n, rate);
    }

    /** Descent with momentum (Polyak): v = momentum·v - rate·g, w += v. */
    public static void momentum(float[] w, float[] g, float[] v, int n, float rate, float momentum) {
        Kernels.descent(Part.STEPS).momentum(w, g, v, n, rate, momentum);
    }

    /** Descent with Nesterov's momentum (form of Sutskever et al. 2013): v = momentum·v - rate·g, w += momentum·v - rate·g. */
    public static void nesterov(float[] w, float[] g, float[] v, int n, float rate, float momentum) {
        Kernels.descent(Part.STEPS).nesterov(w, g, v, n, rate, momentum);
    }

    /** RMSprop (Tieleman and Hinton 2012): v = rho·v + (1 - rho)·g², w -= rate·g/(√v + eps). */
    public static void rmsprop(float[] w, float[] g, float[] v, int n, float rate, float rho, float eps) {
        Kernels.descent(Part.STEPS).rmsprop(w, g, v, n, rate, rho, eps);
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
        Kernels.descent(Part.ADAM).adam(w, g, m, v, n, step, 1f);
    }

    /**
     * Adam with decoupled decay of weights (Loshchilov and Hutter 2019, algorithm 2): w = keep·w, then a step of {@link #adam}.
     *
     * @param keep 1 - rate·decay, with the rate of this step before {@link AdamStep} corrects it
     */
    public static void adamw(float[] w, float[] g, float[] m, float[] v, int n, AdamStep step, float keep) {
        Kernels.descent(Part.ADAM).adam(w, g, m, v, n, step, keep);
    }

    /**
     * Returns the sum of the squares of the first {@code n} numbers, in double precision; with it, gradients are clipped by their norm. Number i goes to one of eight partial sums, i mod 8, and what is left
     * behind the last eight to a ninth; they are added in pairs at the end.
     */
    public static double sumOfSquares(float[] x, int n) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        double s4 = 0;
        double s5 = 0;
        double s6 = 0;
        double s7 = 0;
        int i = 0;
        for (; i + 8 <= n; i += 8) {
            s0 += square(x[i]);
            s1 += square(x[i + 1]);
            s2 += square(x[i + 2]);
            s3 += square(x[i + 3]);
            s4 += square(x[i + 4]);
            s5 += square(x[i + 5]);
            s6 += square(x[i + 6]);
            s7 += square(x[i + 7]);
        }
        double rest = 0;
        for (; i < n; i++) {
            rest += square(x[i]);
        }
        return ((s0 + s1) + (s2 + s3)) + ((s4 + s5) + (s6 + s7)) + rest;
    }

    /** Multiplies the first {@code n} numbers by {@code factor}. */
    public static void scale(float[] x, int n, float factor) {
        for (int i = 0; i < n; i++) {
            x[i] *= factor;
        }
    }

    private static double square(double x) {
        return x * x;
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
