package hep.winnow.kernels;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** Steps of descent a vector at a time. Faster than the twin on rows of some dozen numbers, where most of a loop of HotSpot's lies before and after its vectors. */
final class VectorDescent implements DescentKernel {
    private static final VectorSpecies<Float> S = Lanes.SPECIES;
    private static final int L = Lanes.COUNT;

    private final ScalarDescent scalar = new ScalarDescent();

    @Override
    public void add(float[] sum, float[] part, int n) {
        if (n < L) {
            scalar.add(sum, part, n);
            return;
        }
        FloatVector sumLast = FloatVector.fromArray(S, sum, n - L);
        FloatVector partLast = FloatVector.fromArray(S, part, n - L);
        int i = 0;
        for (; i + L <= n; i += L) {
            FloatVector sumV = FloatVector.fromArray(S, sum, i);
            FloatVector partV = FloatVector.fromArray(S, part, i);
            addVector(sumV, partV, sum, i);
        }
        if (i < n) {
            addVector(sumLast, partLast, sum, n - L);
        }
    }

    private static void addVector(FloatVector sumV, FloatVector partV, float[] sum, int i) {
        sumV.add(partV).intoArray(sum, i);
    }

    @Override
    public void multiply(float[] x, float[] factor, int n) {
        if (n < L) {
            scalar.multiply(x, factor, n);
            return;
        }
        FloatVector xLast = FloatVector.fromArray(S, x, n - L);
        FloatVector factorLast = FloatVector.fromArray(S, factor, n - L);
        int i = 0;
        for (; i + L <= n; i += L) {
            FloatVector xV = FloatVector.fromArray(S, x, i);
            FloatVector factorV = FloatVector.fromArray(S, factor, i);
            multiplyVector(xV, factorV, x, i);
        }
        if (i < n) {
            multiplyVector(xLast, factorLast, x, n - L);
        }
    }

    private static void multiplyVector(FloatVector xV, FloatVector factorV, float[] x, int i) {
        xV.mul(factorV).intoArray(x, i);
    }

    @Override
    public void penalise(float[] g, float[] w, int n, float l1, float l2) {
        if (n < L) {
            scalar.penalise(g, w, n, l1, l2);
            return;
        }
        FloatVector gLast = FloatVector.fromArray(S, g, n - L);
        FloatVector wLast = FloatVector.fromArray(S, w, n - L);
        int i = 0;
        for (; i + L <= n; i += L) {
            FloatVector gV = FloatVector.fromArray(S, g, i);
            FloatVector wV = FloatVector.fromArray(S, w, i);
            penaliseVector(gV, wV, g, i, l1, l2);
        }
        if (i < n) {
            penaliseVector(gLast, wLast, g, n - L, l1, l2);
        }
    }

    private static void penaliseVector(FloatVector gV, FloatVector wV, float[] g, int i, float l1, float l2) {
        FloatVector result = wV.fma(FloatVector.broadcast(S, l2), gV);
        if (l1 != 0) {
            FloatVector sign =
                    wV.blend(1f, wV.compare(VectorOperators.GT, 0f)).blend(-1f, wV.compare(VectorOperators.LT, 0f));
            result = sign.fma(FloatVector.broadcast(S, l1), result);
        }
        result.intoArray(g, i);
    }

    @Override
    public void sgd(float[] w, float[] g, int n, float rate) {
        if (n < L) {
            scalar.sgd(w, g, n, rate);
            return;
        }
        FloatVector wLast = FloatVector.fromArray(S, w, n - L);
        FloatVector gLast = FloatVector.fromArray(S, g, n - L);
        int i = 0;
        for (; i + L <= n; i += L) {
            FloatVector wV = FloatVector.fromArray(S, w, i);
            FloatVector gV = FloatVector.fromArray(S, g, i);
            sgdVector(wV, gV, w, i, rate);
        }
        if (i < n) {
            sgdVector(wLast, gLast, w, n - L, rate);
        }
    }

    private static void sgdVector(FloatVector wV, FloatVector gV, float[] w, int i, float rate) {
        gV.fma(FloatVector.broadcast(S, -rate), wV).intoArray(w, i);
    }

    @Override
    public void momentum(float[] w, float[] g, float[] v, int n, float rate, float momentum) {
        if (n < L) {
            scalar.momentum(w, g, v, n, rate, momentum);
            return;
        }
        FloatVector wLast = FloatVector.fromArray(S, w, n - L);
        FloatVector gLast = FloatVector.fromArray(S, g, n - L);
        FloatVector vLast = FloatVector.fromArray(S, v, n - L);
        int i = 0;
        for (; i + L <= n; i += L) {
            FloatVector wV = FloatVector.fromArray(S, w, i);
            FloatVector gV = FloatVector.fromArray(S, g, i);
            FloatVector vV = FloatVector.fromArray(S, v, i);
            momentumVector(wV, gV, vV, w, v, i, rate, momentum);
        }
        if (i < n) {
            momentumVector(wLast, gLast, vLast, w, v, n - L, rate, momentum);
        }
    }

    private static void momentumVector(
            FloatVector wV, FloatVector gV, FloatVector vV, float[] w, float[] v, int i, float rate, float momentum) {
        FloatVector moved = vV.fma(FloatVector.broadcast(S, momentum), gV.mul(-rate));
        moved.intoArray(v, i);
        wV.add(moved).intoArray(w, i);
    }

    @Override
    public void nesterov(float[] w, float[] g, float[] v, int n, float rate, float momentum) {
        if (n < L) {
            scalar.nesterov(w, g, v, n, rate, momentum);
            return;
        }
        FloatVector wLast = FloatVector.fromArray(S, w, n - L);
        FloatVector gLast = FloatVector.fromArray(S, g, n - L);
        FloatVector vLast = FloatVector.fromArray(S, v, n - L);
        int i = 0;
        for (; i + L <= n; i += L) {
            FloatVector wV = FloatVector.fromArray(S, w, i);
            FloatVector gV = FloatVector.fromArray(S, g, i);
            FloatVector vV = FloatVector.fromArray(S, v, i);
            nesterovVector(wV, gV, vV, w, v, i, rate, momentum);
        }
        if (i < n) {
            nesterovVector(wLast, gLast, vLast, w, v, n - L, rate, momentum);
        }
    }

    private static void nesterovVector(
            FloatVector wV, FloatVector gV, FloatVector vV, float[] w, float[] v, int i, float rate, float momentum) {
        FloatVector step = gV.mul(-rate);
        FloatVector moved = vV.fma(FloatVector.broadcast(S, momentum), step);
        moved.intoArray(v, i);
        wV.add(moved.fma(FloatVector.broadcast(S, momentum), step)).intoArray(w, i);
    }

    @Override
    public void rmsprop(float[] w, float[] g, float[] v, int n, float rate, float rho, float eps) {
        if (n < L) {
            scalar.rmsprop(w, g, v, n, rate, rho, eps);
            return;
        }
        FloatVector wLast = FloatVector.fromArray(S, w, n - L);
        FloatVector gLast = FloatVector.fromArray(S, g, n - L);
        FloatVector vLast = FloatVector.fromArray(S, v, n - L);
        int i = 0;
        for (; i + L <= n; i += L) {
            FloatVector wV = FloatVector.fromArray(S, w, i);
            FloatVector gV = FloatVector.fromArray(S, g, i);
            FloatVector vV = FloatVector.fromArray(S, v, i);
            rmspropVector(wV, gV, vV, w, v, i, rate, rho, eps);
        }
        if (i < n) {
            rmspropVector(wLast, gLast, vLast, w, v, n - L, rate, rho, eps);
        }
    }

    private static void rmspropVector(
            FloatVector wV,
            FloatVector gV,
            FloatVector vV,
            float[] w,
            float[] v,
            int i,
            float rate,
            float rho,
            float eps) {
        FloatVector square =
                vV.fma(FloatVector.broadcast(S, rho), gV.mul(1 - rho).mul(gV));
        square.intoArray(v, i);
        wV.sub(gV.mul(rate).div(square.sqrt().add(eps))).intoArray(w, i);
    }

    @Override
    public void adam(float[] w, float[] g, float[] m, float[] v, int n, Descent.AdamStep step, float keep) {
        if (n < L) {
            scalar.adam(w, g, m, v, n, step, keep);
            return;
        }
        FloatVector wLast = FloatVector.fromArray(S, w, n - L);
        FloatVector gLast = FloatVector.fromArray(S, g, n - L);
        FloatVector mLast = FloatVector.fromArray(S, m, n - L);
        FloatVector vLast = FloatVector.fromArray(S, v, n - L);
        int i = 0;
        for (; i + L <= n; i += L) {
            FloatVector wV = FloatVector.fromArray(S, w, i);
            FloatVector gV = FloatVector.fromArray(S, g, i);
            FloatVector mV = FloatVector.fromArray(S, m, i);
            FloatVector vV = FloatVector.fromArray(S, v, i);
            adamVector(wV, gV, mV, vV, w, m, v, i, step, keep);
        }
        if (i < n) {
            adamVector(wLast, gLast, mLast, vLast, w, m, v, n - L, step, keep);
        }
    }

    private static void adamVector(
            FloatVector wV,
            FloatVector gV,
            FloatVector mV,
            FloatVector vV,
            float[] w,
            float[] m,
            float[] v,
            int i,
            Descent.AdamStep step,
            float keep) {
        FloatVector first = mV.fma(FloatVector.broadcast(S, step.beta1()), gV.mul(1 - step.beta1()));
        FloatVector second = vV.fma(
                FloatVector.broadcast(S, step.beta2()), gV.mul(1 - step.beta2()).mul(gV));
        FloatVector below =
                second.sqrt().fma(FloatVector.broadcast(S, step.root()), FloatVector.broadcast(S, step.eps()));
        first.intoArray(m, i);
        second.intoArray(v, i);
        wV.mul(keep).sub(first.mul(step.rate()).div(below)).intoArray(w, i);
    }
}
