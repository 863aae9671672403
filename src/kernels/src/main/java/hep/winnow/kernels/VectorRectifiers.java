package hep.winnow.kernels;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** Rectifiers a vector at a time, in the way of {@link VectorDescent}. */
final class VectorRectifiers implements Rectifiers {
    private static final VectorSpecies<Float> S = Lanes.SPECIES;
    private static final int L = Lanes.COUNT;

    @Override
    public void relu(float[] z, int n) {
        int end = Lanes.end(n, z, z);
        for (int i = 0; i < end; i += L) {
            FloatVector x = FloatVector.fromArray(S, z, i);
            x.blend(0f, x.compare(VectorOperators.LE, 0f)).intoArray(z, i);
        }
        ScalarRectifiers.relu(z, end, n);
    }

    @Override
    public void leaky(float[] z, int n, float below) {
        int end = Lanes.end(n, z, z);
        for (int i = 0; i < end; i += L) {
            FloatVector x = FloatVector.fromArray(S, z, i);
            x.mul(below).blend(x, x.compare(VectorOperators.GT, 0f)).intoArray(z, i);
        }
        ScalarRectifiers.leaky(z, end, n, below);
    }

    @Override
    public void reluSlope(float[] z, float[] slope, int n) {
        int end = Lanes.end(n, z, slope);
        FloatVector zero = FloatVector.zero(S);
        for (int i = 0; i < end; i += L) {
            FloatVector x = FloatVector.fromArray(S, z, i);
            zero.blend(1f, x.compare(VectorOperators.GT, 0f)).intoArray(slope, i);
            x.blend(0f, x.compare(VectorOperators.LE, 0f)).intoArray(z, i);
        }
        ScalarRectifiers.reluSlope(z, slope, end, n);
    }

    @Override
    public void leakySlope(float[] z, float[] slope, int n, float below) {
        int end = Lanes.end(n, z, slope);
        FloatVector left = FloatVector.broadcast(S, below);
        for (int i = 0; i < end; i += L) {
            FloatVector x = FloatVector.fromArray(S, z, i);
            left.blend(1f, x.compare(VectorOperators.GT, 0f)).intoArray(slope, i);
            x.mul(below).blend(x, x.compare(VectorOperators.GT, 0f)).intoArray(z, i);
        }
        ScalarRectifiers.leakySlope(z, slope, end, n, below);
    }
}
