package hep.winnow.kernels;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * The functions of {@link FloatMath} of a vector of numbers: the same polynomials, the same operations in the same order, and so the same bits. Branches are taken by all lanes, and the
 * wanted one is picked.
 */
final class VectorMath {
    private static final VectorSpecies<Float> S = Lanes.SPECIES;
    private static final int ROUNDER_BITS = Float.floatToRawIntBits(FloatMath.ROUNDER);
    private static final int SIGN = 0x80000000;

    private VectorMath() {}

    static FloatVector exp(FloatVector x) {
        FloatVector clamped = x.max(-105f).min(89f);
        FloatVector shifted = shifted(clamped);
        return scale(expMinusOne(clamped, shifted.sub(FloatMath.ROUNDER)).add(1f), integer(shifted));
    }

    static FloatVector expm1(FloatVector x) {
        FloatVector clamped = x.max(-30f);
        FloatVector shifted = shifted(clamped);
        FloatVector power = scale(FloatVector.broadcast(S, 1f), integer(shifted));
        FloatVector result =
                copySign(power.fma(expMinusOne(clamped, shifted.sub(FloatMath.ROUNDER)), power.sub(1f)), x);
        VectorMask<Float> great = x.compare(VectorOperators.GT, 40f);
        return great.anyTrue() ? result.blend(exp(x), great) : result;
    }

    static FloatVector log(FloatVector x) {
        VectorMask<Float> subnormal = x.compare(VectorOperators.LT, Float.MIN_NORMAL);
        IntVector bits = x.blend(x.mul(0x1p23f), subnormal).reinterpretAsInts();
        FloatVector lost = FloatVector.zero(S).blend(FloatMath.MANTISSA_BITS, subnormal);
        FloatVector result = logParts(bits, lost, FloatVector.zero(S));
        return atEdges(x, result);
    }

    static FloatVector log1p(FloatVector x) {
        FloatVector u = x.add(1f);
        FloatVector lost = x.sub(u.sub(1f)).blend(u.sub(x).neg().add(1f), x.compare(VectorOperators.GE, 1f));
        FloatVector result = logParts(u.reinterpretAsInts(), FloatVector.zero(S), lost.div(u));
        VectorMask<Float> small = x.abs().compare(VectorOperators.LT, 0.29f);
        if (small.anyTrue()) {
            FloatVector zero = FloatVector.zero(S);
            result = result.blend(copySign(polynomial(x, zero, zero), x), small);
        }
        return atEdges(u, result);
    }

    static FloatVector tanh(FloatVector x) {
        FloatVector a = x.abs();
        FloatVector great = FloatVector.broadcast(S, 1f)
                .sub(FloatVector.broadcast(S, 2f).div(exp(a.add(a)).add(1f)));
        FloatVector s = a.mul(a);
        FloatVector p = FloatVector.broadcast(S, -5.70498872745e-3f);
        p = p.fma(s, FloatVector.broadcast(S, 2.06390887954e-2f));
        p = p.fma(s, FloatVector.broadcast(S, -5.37397155531e-2f));
        p = p.fma(s, FloatVector.broadcast(S, 1.33314422036e-1f));
        p = p.fma(s, FloatVector.broadcast(S, -3.33332819422e-1f));
        FloatVector small = p.mul(s).fma(a, a);
        return copySign(great.blend(small, a.compare(VectorOperators.LT, 0.625f)), x);
    }

    static FloatVector sigmoid(FloatVector x) {
        FloatVector e = exp(x.abs().neg());
        return FloatVector.broadcast(S, 1f)
                .blend(e, x.compare(VectorOperators.LT, 0f))
                .div(e.add(1f));
    }

    static FloatVector softplus(FloatVector x) {
        return x.max(0f).add(log1p(exp(x.abs().neg())));
    }

    /** e^-|z|. */
    static FloatVector expMinusAbs(FloatVector z) {
        return exp(z.abs().neg());
    }

    /** x / ln 2 rounded to an integer, with the constant that rounds still added: its low bits are the integer. */
    private static FloatVector shifted(FloatVector x) {
        return x.fma(FloatVector.broadcast(S, FloatMath.LOG2_E), FloatVector.broadcast(S, FloatMath.ROUNDER));
    }

    private static IntVector integer(FloatVector shifted) {
        return shifted.reinterpretAsInts().sub(ROUNDER_BITS);
    }

    private static FloatVector expMinusOne(FloatVector x, FloatVector n) {
        FloatVector r = n.fma(
                FloatVector.broadcast(S, -FloatMath.LN2_LOW), n.fma(FloatVector.broadcast(S, -FloatMath.LN2_HIGH), x));
        FloatVector p = FloatVector.broadcast(S, 1.9875691500e-4f);
        p = p.fma(r, FloatVector.broadcast(S, 1.3981999507e-3f));
        p = p.fma(r, FloatVector.broadcast(S, 8.3334519073e-3f));
        p = p.fma(r, FloatVector.broadcast(S, 4.1665795894e-2f));
        p = p.fma(r, FloatVector.broadcast(S, 1.6666665459e-1f));
        p = p.fma(r, FloatVector.broadcast(S, 5.0000001201e-1f));
        return p.fma(r.mul(r), r);
    }

    private static FloatVector scale(FloatVector y, IntVector n) {
        IntVector half = n.lanewise(VectorOperators.ASHR, 1);
        return y.mul(power(half)).mul(power(n.sub(half)));
    }

    private static FloatVector power(IntVector n) {
        return n.add(FloatMath.BIAS)
                .lanewise(VectorOperators.LSHL, FloatMath.MANTISSA_BITS)
                .reinterpretAsFloats();
    }

    /** Logarithm of the number with these bits, whose exponent is too great by {@code lost}. */
    private static FloatVector logParts(IntVector bits, FloatVector lost, FloatVector correction) {
        // An integer added to the bits of the constant that rounds is added to its value.
        FloatVector e = bits.lanewise(VectorOperators.ASHR, FloatMath.MANTISSA_BITS)
                .add(ROUNDER_BITS + 1 - FloatMath.BIAS)
                .reinterpretAsFloats()
                .sub(FloatMath.ROUNDER)
                .sub(lost);
        FloatVector m = bits.and(0x007fffff).or(0x3f000000).reinterpretAsFloats();
        VectorMask<Float> low = m.compare(VectorOperators.LT, FloatMath.SQRT_HALF);
        e = e.blend(e.sub(1f), low);
        m = m.blend(m.add(m), low);
        return polynomial(m.sub(1f), e, correction);
    }

    private static FloatVector polynomial(FloatVector f, FloatVector e, FloatVector correction) {
        FloatVector s = f.mul(f);
        FloatVector p = FloatVector.broadcast(S, 7.0376836292e-2f);
        p = p.fma(f, FloatVector.broadcast(S, -1.1514610310e-1f));
        p = p.fma(f, FloatVector.broadcast(S, 1.1676998740e-1f));
        p = p.fma(f, FloatVector.broadcast(S, -1.2420140846e-1f));
        p = p.fma(f, FloatVector.broadcast(S, 1.4249322787e-1f));
        p = p.fma(f, FloatVector.broadcast(S, -1.6668057665e-1f));
        p = p.fma(f, FloatVector.broadcast(S, 2.0000714765e-1f));
        p = p.fma(f, FloatVector.broadcast(S, -2.4999993993e-1f));
        p = p.fma(f, FloatVector.broadcast(S, 3.3333331174e-1f));
        FloatVector y = p.mul(f).fma(s, e.fma(FloatVector.broadcast(S, FloatMath.LN2_LOW), correction));
        y = FloatVector.broadcast(S, -0.5f).fma(s, y);
        return e.fma(FloatVector.broadcast(S, FloatMath.LN2_HIGH), f.add(y));
    }

    /** Puts what a logarithm is at 0, below, at infinity and at NaN. */
    private static FloatVector atEdges(FloatVector x, FloatVector result) {
        VectorMask<Float> edge = x.compare(VectorOperators.GT, 0f)
                .and(x.compare(VectorOperators.LT, Float.POSITIVE_INFINITY))
                .not();
        if (!edge.anyTrue()) {
            return result;
        }
        return result.blend(x, edge)
                .blend(Float.NEGATIVE_INFINITY, x.compare(VectorOperators.EQ, 0f))
                .blend(Float.NaN, x.compare(VectorOperators.LT, 0f));
    }

    private static FloatVector copySign(FloatVector magnitude, FloatVector sign) {
        return magnitude
                .reinterpretAsInts()
                .and(~SIGN)
                .or(sign.reinterpretAsInts().and(SIGN))
                .reinterpretAsFloats();
    }
}
