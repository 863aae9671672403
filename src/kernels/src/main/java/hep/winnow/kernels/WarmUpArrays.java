package hep.winnow.kernels;

import java.util.List;

/** Arrays to call functions on while kernels are warmed up. */
final class WarmUpArrays {
    /** Whole vectors and a rest. */
    private static final int N = 265;

    private final float[] x = new float[N];
    private final float[] a = new float[N];
    private final float[] b = new float[N];
    private final float[] c = new float[N];

    WarmUpArrays() {
        for (int i = 0; i < N; i++) {
            x[i] = (i - N / 2) / 32f;
        }
    }

    /** Returns a call of each sum or product of arrays. */
    List<Runnable> sums(KernelSet set) {
        DescentKernel d = set.descent();
        return List.of(() -> d.add(start(), x, N), () -> d.multiply(start(), x, N));
    }

    /** Returns a call of Adam's step. */
    List<Runnable> adam(KernelSet set) {
        DescentKernel d = set.descent();
        Descent.AdamStep step = Descent.AdamStep.of(1e-3, 0.9, 0.999, 1e-8, 1);
        return List.of(() -> d.adam(a, x, b, c, N, step, 1f));
    }

    /** Returns a call of each step of other solvers, the most used first. */
    List<Runnable> steps(KernelSet set) {
        DescentKernel d = set.descent();
        return List.of(
                () -> d.penalise(start(), x, N, 1e-4f, 1e-4f),
                () -> d.sgd(start(), x, N, 0.1f),
                () -> d.momentum(start(), x, b, N, 0.1f, 0.9f),
                () -> d.nesterov(start(), x, b, N, 0.1f, 0.9f),
                () -> d.rmsprop(start(), x, c, N, 0.1f, 0.9f, 1e-7f));
    }

    /** Returns a call of each rectifier that is 0 below 0. */
    List<Runnable> rectifiers(KernelSet set) {
        Rectifiers r = set.rectifiers();
        return List.of(() -> r.relu(start(), N), () -> r.multiplyReluSlope(start(), b, N));
    }

    /** Returns a call of each rectifier with a slope below 0. */
    List<Runnable> leaky(KernelSet set) {
        Rectifiers r = set.rectifiers();
        return List.of(() -> r.leaky(start(), N, 0.1f), () -> r.leakySlope(start(), b, N, 0.1f));
    }

    /** Returns a call of the sigmoid. */
    List<Runnable> sigmoid(KernelSet set) {
        return List.of(() -> set.functions().sigmoid(x, a, N));
    }

    /** Returns a call of each other function, the most used first. */
    List<Runnable> functions(KernelSet set) {
        Functions f = set.functions();
        return List.of(
                () -> f.tanhSlope(start(), b, N),
                () -> f.tanh(x, a, N),
                () -> f.exp(x, a, N),
                () -> f.softplus(x, a, N),
                () -> f.sigmoidSlope(start(), b, N),
                () -> f.elu(start(), N, 1f, 1f),
                () -> f.eluSlope(start(), b, N, 1f, 1f),
                () -> f.softplusSlope(start(), b, N),
                () -> f.swish(start(), N),
                () -> f.swishSlope(start(), b, N),
                () -> f.log(x, a, N),
                () -> f.log1p(x, a, N),
                () -> f.expm1(x, a, N));
    }

    /** Returns a call of each comparison, the most used first. */
    List<Runnable> comparisons(KernelSet set) {
        ComparisonKernel c = set.comparisons();
        double[] u = new double[N];
        double[] v = new double[N];
        boolean[] out = new boolean[N];
        for (int i = 0; i < N; i++) {
            u[i] = x[i];
            v[i] = x[N - 1 - i];
        }
        return List.of(
                () -> c.greater(u, 0, N, out),
                () -> c.less(u, 0, N, out),
                () -> c.equal(u, 0, N, out),
                () -> c.greaterEqual(u, 0, N, out),
                () -> c.lessEqual(u, 0, N, out),
                () -> c.notEqual(u, 0, N, out),
                () -> c.less(u, v, N, out),
                () -> c.lessEqual(u, v, N, out),
                () -> c.equal(u, v, N, out),
                () -> c.notEqual(u, v, N, out));
    }

    private float[] start() {
        System.arraycopy(x, 0, a, 0, N);
        return a;
    }
}
