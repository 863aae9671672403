package hep.winnow.kernels;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Functions a vector at a time. What is left at the end of an array is the array's last vector, which was read before anything was written: its first lanes are computed twice, from the
 * same numbers. What is shorter than a vector is left to the twin. Hot, and written out one by one: HotSpot keeps vectors in registers only where it sees all of a loop.
 */
final class VectorFunctions implements Functions {
    private static final VectorSpecies<Float> S = Lanes.SPECIES;
    private static final int L = Lanes.COUNT;

    private final ScalarFunctions scalar = new ScalarFunctions();

    @Override
    public void exp(float[] x, float[] out, int n) {
        if (n < L) {
            scalar.exp(x, out, n);
            return;
        }
        FloatVector last = FloatVector.fromArray(S, x, n - L);
        int i = 0;
        for (; i + L <= n; i += L) {
            VectorMath.exp(FloatVector.fromArray(S, x, i)).intoArray(out, i);
        }
        if (i < n) {
            VectorMath.exp(last).intoArray(out, n - L);
        }
    }

    @Override
    public void expm1(float[] x, float[] out, int n) {
        if (n < L) {
            scalar.expm1(x, out, n);
            return;
        }
        FloatVector last = FloatVector.fromArray(S, x, n - L);
        int i = 0;
        for (; i + L <= n; i += L) {
            VectorMath.expm1(FloatVector.fromArray(S, x, i)).intoArray(out, i);
        }
        if (i < n) {
            VectorMath.expm1(last).intoArray(out, n - L);
        }
    }

    @Override
    public void log(float[] x, float[] out, int n) {
        if (n < L) {
            scalar.log(x, out, n);
            return;
        }
        FloatVector last = FloatVector.fromArray(S, x, n - L);
        int i = 0;
        for (; i + L <= n; i += L) {
            VectorMath.log(FloatVector.fromArray(S, x, i)).intoArray(out, i);
        }
        if (i < n) {
            VectorMath.log(last).intoArray(out, n - L);
        }
    }

    @Override
    public void log1p(float[] x, float[] out, int n) {
        if (n < L) {
            scalar.log1p(x, out, n);
            return;
        }
        FloatVector last = FloatVector.fromArray(S, x, n - L);
        int i = 0;
        for (; i + L <= n; i += L) {
            VectorMath.log1p(FloatVector.fromArray(S, x, i)).intoArray(out, i);
        }
        if (i < n) {
            VectorMath.log1p(last).intoArray(out, n - L);
        }
    }

    @Override
    public void tanh(float[] x, float[] out, int n) {
        if (n < L) {
            scalar.tanh(x, out, n);
            return;
        }
        FloatVector last = FloatVector.fromArray(S, x, n - L);
        int i = 0;
        for (; i + L <= n; i += L) {
            VectorMath.tanh(FloatVector.fromArray(S, x, i)).intoArray(out, i);
        }
        if (i < n) {
            VectorMath.tanh(last).intoArray(out, n - L);
        }
    }

    @Override
    public void sigmoid(float[] x, float[] out, int n) {
        if (n < L) {
            scalar.sigmoid(x, out, n);
            return;
        }
        FloatVector last = FloatVector.fromArray(S, x, n - L);
        int i = 0;
        for (; i + L <= n; i += L) {
            VectorMath.sigmoid(FloatVector.fromArray(S, x, i)).intoArray(out, i);
        }
        if (i < n) {
            VectorMath.sigmoid(last).intoArray(out, n - L);
        }
    }

    @Override
    public void softplus(float[] x, float[] out, int n) {
        if (n < L) {
            scalar.softplus(x, out, n);
            return;
        }
        FloatVector last = FloatVector.fromArray(S, x, n - L);
        int i = 0;
        for (; i + L <= n; i += L) {
            VectorMath.softplus(FloatVector.fromArray(S, x, i)).intoArray(out, i);
        }
        if (i < n) {
            VectorMath.softplus(last).intoArray(out, n - L);
        }
    }

    @Override
    public void elu(float[] z, int n, float alpha, float scale) {
        if (n < L) {
            scalar.elu(z, n, alpha, scale);
            return;
        }
        FloatVector last = FloatVector.fromArray(S, z, n - L);
        int i = 0;
        for (; i + L <= n; i += L) {
            elu(FloatVector.fromArray(S, z, i), alpha, scale).intoArray(z, i);
        }
        if (i < n) {
            elu(last, alpha, scale).intoArray(z, n - L);
        }
    }

    @Override
    public void swish(float[] z, int n) {
        if (n < L) {
            scalar.swish(z, n);
            return;
        }
        FloatVector last = FloatVector.fromArray(S, z, n - L);
        int i = 0;
        for (; i + L <= n; i += L) {
            swish(FloatVector.fromArray(S, z, i)).intoArray(z, i);
        }
        if (i < n) {
            swish(last).intoArray(z, n - L);
        }
    }

    @Override
    public void sigmoidSlope(float[] z, float[] slope, int n) {
        if (n < L) {
            scalar.sigmoidSlope(z, slope, n);
            return;
        }
        FloatVector last = FloatVector.fromArray(S, z, n - L);
        int i = 0;
        for (; i + L <= n; i += L) {
            sigmoidSlope(FloatVector.fromArray(S, z, i), z, slope, i);
        }
        if (i < n) {
            sigmoidSlope(last, z, slope, n - L);
        }
    }

    private static void sigmoidSlope(FloatVector x, float[] z, float[] slope, int i) {
        FloatVector e = VectorMath.expMinusAbs(x);
        FloatVector one = FloatVector.broadcast(S, 1f);
        FloatVector f = one.div(e.add(1f));
        e.mul(f).mul(f).intoArray(slope, i);
        one.blend(e, x.compare(VectorOperators.LT, 0f)).mul(f).intoArray(z, i);
    }

    @Override
    public void tanhSlope(float[] z, float[] slope, int n) {
        if (n < L) {
            scalar.tanhSlope(z, slope, n);
            return;
        }
        FloatVector last = FloatVector.fromArray(S, z, n - L);
        int i = 0;
        for (; i + L <= n; i += L) {
            tanhSlope(FloatVector.fromArray(S, z, i), z, slope, i);
        }
        if (i < n) {
            tanhSlope(last, z, slope, n - L);
        }
    }

    private static void tanhSlope(FloatVector x, float[] z, float[] slope, int i) {
        FloatVector f = VectorMath.tanh(x);
        FloatVector one = FloatVector.broadcast(S, 1f);
        f.intoArray(z, i);
        one.sub(f).mul(f.add(1f)).intoArray(slope, i);
    }

    @Override
    public void eluSlope(float[] z, float[] slope, int n, float alpha, float scale) {
        if (n < L) {
            scalar.eluSlope(z, slope, n, alpha, scale);
            return;
        }
        FloatVector last = FloatVector.fromArray(S, z, n - L);
        int i = 0;
        for (; i + L <= n; i += L) {
            eluSlope(FloatVector.fromArray(S, z, i), z, slope, i, alpha, scale);
        }
        if (i < n) {
            eluSlope(last, z, slope, n - L, alpha, scale);
        }
    }

    private static void eluSlope(FloatVector x, float[] z, float[] slope, int i, float alpha, float scale) {
        VectorMath.exp(x)
                .mul(alpha)
                .blend(1f, x.compare(VectorOperators.GT, 0f))
                .mul(scale)
                .intoArray(slope, i);
        elu(x, alpha, scale).intoArray(z, i);
    }

    @Override
    public void softplusSlope(float[] z, float[] slope, int n) {
        if (n < L) {
            scalar.softplusSlope(z, slope, n);
            return;
        }
        FloatVector last = FloatVector.fromArray(S, z, n - L);
        int i = 0;
        for (; i + L <= n; i += L) {
            softplusSlope(FloatVector.fromArray(S, z, i), z, slope, i);
        }
        if (i < n) {
            softplusSlope(last, z, slope, n - L);
        }
    }

    private static void softplusSlope(FloatVector x, float[] z, float[] slope, int i) {
        VectorMath.sigmoid(x).intoArray(slope, i);
        VectorMath.softplus(x).intoArray(z, i);
    }

    @Override
    public void swishSlope(float[] z, float[] slope, int n) {
        if (n < L) {
            scalar.swishSlope(z, slope, n);
            return;
        }
        FloatVector last = FloatVector.fromArray(S, z, n - L);
        int i = 0;
        for (; i + L <= n; i += L) {
            swishSlope(FloatVector.fromArray(S, z, i), z, slope, i);
        }
        if (i < n) {
            swishSlope(last, z, slope, n - L);
        }
    }

    private static void swishSlope(FloatVector x, float[] z, float[] slope, int i) {
        FloatVector s = VectorMath.sigmoid(x);
        FloatVector f = swish(x, s);
        f.fma(FloatVector.broadcast(S, 1f).sub(s), s).intoArray(slope, i);
        f.intoArray(z, i);
    }

    private static FloatVector elu(FloatVector x, float alpha, float scale) {
        return VectorMath.expm1(x)
                .mul(alpha)
                .blend(x, x.compare(VectorOperators.GT, 0f))
                .mul(scale);
    }

    private static FloatVector swish(FloatVector x) {
        return swish(x, VectorMath.sigmoid(x));
    }

    private static FloatVector swish(FloatVector x, FloatVector s) {
        return x.mul(s).blend(0f, s.compare(VectorOperators.EQ, 0f));
    }
}
