package hep.winnow.kernels;

import jdk.incubator.vector.FloatVector;
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
            x.max(0f).intoArray(z, i);
        }
        ScalarRectifiers.relu(z, end, n);
    }

    @Override
    public void leaky(float[] z, int n, float below) {
        int end = Lanes.end(n, z, z);
        for (int i = 0; i < end; i += L) {
            FloatVector x = FloatVector.fromArray(S, z, i);
            x.max(0f).add(x.min(0f).mul(below)).intoArray(z, i);
        }
        ScalarRectifiers.leaky(z, end, n, below);
    }

    @Override
    public void multiplyReluSlope(float[] delta, float[] y, int n) {
        int end = Lanes.end(n, delta, y);
        FloatVector great = FloatVector.broadcast(S, ScalarRectifiers.GREAT);
        FloatVector one = FloatVector.broadcast(S, 1f);
        for (int i = 0; i < end; i += L) {
            FloatVector x = FloatVector.fromArray(S, y, i);
            FloatVector step = x.mul(great).mul(great).min(one);
            step.mul(FloatVector.fromArray(S, delta, i)).intoArray(delta, i);
        }
        ScalarRectifiers.multiplyReluSlope(delta, y, end, n);
    }

    @Override
    public void leakySlope(float[] z, float[] slope, int n, float below) {
        int end = Lanes.end(n, z, slope);
        FloatVector great = FloatVector.broadcast(S, ScalarRectifiers.GREAT);
        FloatVector zero = FloatVector.zero(S);
        FloatVector one = FloatVector.broadcast(S, 1f);
        FloatVector left = FloatVector.broadcast(S, below);
        for (int i = 0; i < end; i += L) {
            FloatVector x = FloatVector.fromArray(S, z, i);
            FloatVector step = x.mul(great).mul(great).max(zero).min(one);
            step.sub(step.sub(1f).mul(left)).intoArray(slope, i);
            x.max(0f).add(x.min(0f).mul(below)).intoArray(z, i);
        }
        ScalarRectifiers.leakySlope(z, slope, end, n, below);
    }
}
