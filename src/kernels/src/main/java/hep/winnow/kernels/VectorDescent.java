package hep.winnow.kernels;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Steps of descent a vector at a time. Faster than the twin on rows of some dozen numbers, where most of a loop of HotSpot's lies before and after its vectors. What padding leaves over, the twin does. Hot:
 * each loop is written out, for HotSpot does not inline a method that it has compiled to much code before, and vectors that are handed over are objects then.
 */
final class VectorDescent implements DescentKernel {
    private static final VectorSpecies<Float> S = Lanes.SPECIES;
    private static final int L = Lanes.COUNT;

    @Override
    public void add(float[] sum, float[] part, int n) {
        int end = Lanes.end(n, sum, part);
        for (int i = 0; i < end; i += L) {
            FloatVector.fromArray(S, sum, i)
                    .add(FloatVector.fromArray(S, part, i))
                    .intoArray(sum, i);
        }
        ScalarDescent.add(sum, part, end, n);
    }

    @Override
    public void multiply(float[] x, float[] factor, int n) {
        int end = Lanes.end(n, x, factor);
        for (int i = 0; i < end; i += L) {
            FloatVector.fromArray(S, x, i)
                    .mul(FloatVector.fromArray(S, factor, i))
                    .intoArray(x, i);
        }
        ScalarDescent.multiply(x, factor, end, n);
    }

    @Override
    public void penalise(float[] g, float[] w, int n, float l1, float l2) {
        int end = Lanes.end(n, g, w);
        FloatVector square = FloatVector.broadcast(S, l2);
        for (int i = 0; i < end; i += L) {
            FloatVector.fromArray(S, w, i)
                    .fma(square, FloatVector.fromArray(S, g, i))
                    .intoArray(g, i);
        }
        if (l1 != 0) {
            FloatVector size = FloatVector.broadcast(S, l1);
            for (int i = 0; i < end; i += L) {
                FloatVector wV = FloatVector.fromArray(S, w, i);
                FloatVector sign =
                        wV.blend(1f, wV.compare(VectorOperators.GT, 0f)).blend(-1f, wV.compare(VectorOperators.LT, 0f));
                sign.fma(size, FloatVector.fromArray(S, g, i)).intoArray(g, i);
            }
        }
        ScalarDescent.penalise(g, w, end, n, l1, l2);
    }

    @Override
    public void sgd(float[] w, float[] g, int n, float rate) {
        int end = Lanes.end(n, w, g);
        FloatVector down = FloatVector.broadcast(S, -rate);
        for (int i = 0; i < end; i += L) {
            FloatVector.fromArray(S, g, i)
                    .fma(down, FloatVector.fromArray(S, w, i))
                    .intoArray(w, i);
        }
        ScalarDescent.sgd(w, g, end, n, rate);
    }

    @Override
    public void momentum(float[] w, float[] g, float[] v, int n, float rate, float momentum) {
        int end = Math.min(Lanes.end(n, w, g), Lanes.end(n, v, v));
        FloatVector keep = FloatVector.broadcast(S, momentum);
        for (int i = 0; i < end; i += L) {
            FloatVector step = FloatVector.fromArray(S, g, i).mul(-rate);
            FloatVector moved = FloatVector.fromArray(S, v, i).fma(keep, step);
            moved.intoArray(v, i);
            FloatVector.fromArray(S, w, i).add(moved).intoArray(w, i);
        }
        ScalarDescent.momentum(w, g, v, end, n, rate, momentum);
    }

    @Override
    public void nesterov(float[] w, float[] g, float[] v, int n, float rate, float momentum) {
        int end = Math.min(Lanes.end(n, w, g), Lanes.end(n, v, v));
        FloatVector keep = FloatVector.broadcast(S, momentum);
        for (int i = 0; i < end; i += L) {
            FloatVector step = FloatVector.fromArray(S, g, i).mul(-rate);
            FloatVector moved = FloatVector.fromArray(S, v, i).fma(keep, step);
            moved.intoArray(v, i);
            FloatVector.fromArray(S, w, i).add(moved.fma(keep, step)).intoArray(w, i);
        }
        ScalarDescent.nesterov(w, g, v, end, n, rate, momentum);
    }

    @Override
    public void rmsprop(float[] w, float[] g, float[] v, int n, float rate, float rho, float eps) {
        int end = Math.min(Lanes.end(n, w, g), Lanes.end(n, v, v));
        FloatVector keep = FloatVector.broadcast(S, rho);
        for (int i = 0; i < end; i += L) {
            FloatVector gV = FloatVector.fromArray(S, g, i);
            FloatVector square =
                    FloatVector.fromArray(S, v, i).fma(keep, gV.mul(1 - rho).mul(gV));
            square.intoArray(v, i);
            FloatVector.fromArray(S, w, i)
                    .sub(gV.mul(rate).div(square.sqrt().add(eps)))
                    .intoArray(w, i);
        }
        ScalarDescent.rmsprop(w, g, v, end, n, rate, rho, eps);
    }

    @Override
    public void adam(float[] w, float[] g, float[] m, float[] v, int n, Descent.AdamStep step, float keep) {
        int end = Math.min(Lanes.end(n, w, g), Lanes.end(n, m, v));
        float beta1 = step.beta1();
        float beta2 = step.beta2();
        FloatVector keepFirst = FloatVector.broadcast(S, beta1);
        FloatVector keepSecond = FloatVector.broadcast(S, beta2);
        FloatVector root = FloatVector.broadcast(S, step.root());
        FloatVector eps = FloatVector.broadcast(S, step.eps());
        for (int i = 0; i < end; i += L) {
            FloatVector gV = FloatVector.fromArray(S, g, i);
            FloatVector first = FloatVector.fromArray(S, m, i).fma(keepFirst, gV.mul(1 - beta1));
            FloatVector second = FloatVector.fromArray(S, v, i)
                    .fma(keepSecond, gV.mul(1 - beta2).mul(gV));
            first.intoArray(m, i);
            second.intoArray(v, i);
            FloatVector below = second.sqrt().fma(root, eps);
            FloatVector.fromArray(S, w, i)
                    .mul(keep)
                    .sub(first.mul(step.rate()).div(below))
                    .intoArray(w, i);
        }
        ScalarDescent.adam(w, g, m, v, end, n, step, keep);
    }
}
