package hep.winnow.kernels;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** Functions of {@link DoubleMath} of a vector of doubles: the same polynomials, the same operations in the same order, and so the same bits. */
final class VectorDoubles {
    private static final VectorSpecies<Double> S = DoubleVector.SPECIES_PREFERRED;
    private static final int L = S.length();
    private static final long ROUNDER_BITS = Double.doubleToRawLongBits(DoubleMath.ROUNDER);
    private static final int BIAS = 1023;
    private static final int MANTISSA_BITS = 52;

    private VectorDoubles() {}

    /** Replaces the numbers {@code x} from {@code from} to {@code to} (exclusive) by their {@link DoubleMath#sigmoid}. */
    static void sigmoid(double[] x, int from, int to) {
        int i = from;
        for (; i + L <= to; i += L) {
            DoubleVector v = DoubleVector.fromArray(S, x, i);
            DoubleVector a = v.abs();
            if (!a.compare(VectorOperators.LT, DoubleMath.BEYOND).allTrue()) {
                oneByOne(x, i, i + L);
                continue;
            }
            DoubleVector one = DoubleVector.broadcast(S, 1);
            DoubleVector e = expOfNegative(a.neg());
            one.blend(e, v.compare(VectorOperators.LT, 0)).div(one.add(e)).intoArray(x, i);
        }
        oneByOne(x, i, to);
    }

    private static void oneByOne(double[] x, int from, int to) {
        for (int i = from; i < to; i++) {
            x[i] = DoubleMath.sigmoid(x[i]);
        }
    }

    /** As that of {@link DoubleMath}; an integer added to the bits of the constant that rounds is added to its value. */
    private static DoubleVector expOfNegative(DoubleVector x) {
        DoubleVector rounded = x.mul(DoubleMath.LOG2_E).add(DoubleMath.ROUNDER);
        DoubleVector minus = rounded.sub(DoubleMath.ROUNDER).neg();
        DoubleVector r = minus.fma(
                DoubleVector.broadcast(S, DoubleMath.LN2_LOW),
                minus.fma(DoubleVector.broadcast(S, DoubleMath.LN2_HIGH), x));
        DoubleVector p = DoubleVector.broadcast(S, 1.0 / 6227020800.0);
        p = p.fma(r, DoubleVector.broadcast(S, 1.0 / 479001600));
        p = p.fma(r, DoubleVector.broadcast(S, 1.0 / 39916800));
        p = p.fma(r, DoubleVector.broadcast(S, 1.0 / 3628800));
        p = p.fma(r, DoubleVector.broadcast(S, 1.0 / 362880));
        p = p.fma(r, DoubleVector.broadcast(S, 1.0 / 40320));
        p = p.fma(r, DoubleVector.broadcast(S, 1.0 / 5040));
        p = p.fma(r, DoubleVector.broadcast(S, 1.0 / 720));
        p = p.fma(r, DoubleVector.broadcast(S, 1.0 / 120));
        p = p.fma(r, DoubleVector.broadcast(S, 1.0 / 24));
        p = p.fma(r, DoubleVector.broadcast(S, 1.0 / 6));
        p = p.fma(r, DoubleVector.broadcast(S, 0.5));
        p = p.fma(r, DoubleVector.broadcast(S, 1));
        p = p.fma(r, DoubleVector.broadcast(S, 1));
        LongVector exponent = rounded.reinterpretAsLongs().add(BIAS - ROUNDER_BITS);
        return p.mul(exponent.lanewise(VectorOperators.LSHL, MANTISSA_BITS).reinterpretAsDoubles());
    }
}
