package hep.winnow.kernels;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** Rectifiers a vector at a time, in the way of {@link VectorFunctions}. */
final class VectorRectifiers implements Rectifiers {
    private static final VectorSpecies<Float> S = Lanes.SPECIES;
    private static final int L = Lanes.COUNT;

    private final ScalarRectifiers scalar = new ScalarRectifiers();

    @Override
    public void relu(float[] z, int n) {
        if (n < L) {
            scalar.relu(z, n);
            return;
        }
        FloatVector last = FloatVector.fromArray(S, z, n - L);
        int i = 0;
        for (; i + L <= n; i += L) {
            relu(FloatVector.fromArray(S, z, i)).intoArray(z, i);
        }
        if (i < n) {
            relu(last).intoArray(z, n - L);
        }
    }

    @Override
    public void leaky(float[] z, int n, float below) {
        if (n < L) {
            scalar.leaky(z, n, below);
            return;
        }
        FloatVector last = FloatVector.fromArray(S, z, n - L);
        int i = 0;
        for (; i + L <= n; i += L) {
            leaky(FloatVector.fromArray(S, z, i), below).intoArray(z, i);
        }
        if (i < n) {
            leaky(last, below).intoArray(z, n - L);
        }
    }

    @Override
    public void reluSlope(float[] z, float[] slope, int n) {
        if (n < L) {
            scalar.reluSlope(z, slope, n);
            return;
        }
        FloatVector last = FloatVector.fromArray(S, z, n - L);
        int i = 0;
        for (; i + L <= n; i += L) {
            reluSlope(FloatVector.fromArray(S, z, i), z, slope, i);
        }
        if (i < n) {
            reluSlope(last, z, slope, n - L);
        }
    }

    @Override
    public void leakySlope(float[] z, float[] slope, int n, float below) {
        if (n < L) {
            scalar.leakySlope(z, slope, n, below);
            return;
        }
        FloatVector last = FloatVector.fromArray(S, z, n - L);
        int i = 0;
        for (; i + L <= n; i += L) {
            leakySlope(FloatVector.fromArray(S, z, i), z, slope, i, below);
        }
        if (i < n) {
            leakySlope(last, z, slope, n - L, below);
        }
    }

    private static void reluSlope(FloatVector x, float[] z, float[] slope, int i) {
        FloatVector.zero(S).blend(1f, x.compare(VectorOperators.GT, 0f)).intoArray(slope, i);
        relu(x).intoArray(z, i);
    }

    private static void leakySlope(FloatVector x, float[] z, float[] slope, int i, float below) {
        FloatVector.broadcast(S, below)
                .blend(1f, x.compare(VectorOperators.GT, 0f))
                .intoArray(slope, i);
        leaky(x, below).intoArray(z, i);
    }

    private static FloatVector relu(FloatVector x) {
        return x.blend(0f, x.compare(VectorOperators.LE, 0f));
    }

    private static FloatVector leaky(FloatVector x, float below) {
        return x.mul(below).blend(x, x.compare(VectorOperators.GT, 0f));
    }
}
