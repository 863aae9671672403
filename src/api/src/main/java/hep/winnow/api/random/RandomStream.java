package hep.winnow.api.random;

import java.nio.charset.StandardCharsets;

/**
 * A stream of random numbers: xoshiro256++ (Blackman and Vigna, ACM TOMS 47, 2021), seeded by SplitMix64. The same seed
 * and names give the same numbers on every machine and JDK. Not safe for several threads: give each its own
 * {@link #stream(String)}.
 */
public final class RandomStream {
    private final long origin;
    private long s0;
    private long s1;
    private long s2;
    private long s3;
    private double spareGaussian;
    private boolean hasSpare;

    /** Makes the root stream of a seed. */
    public RandomStream(long seed) {
        this.origin = seed;
        long z = seed;
        s0 = mix(z += GOLDEN);
        s1 = mix(z += GOLDEN);
        s2 = mix(z += GOLDEN);
        s3 = mix(z + GOLDEN);
    }

    private static final long GOLDEN = 0x9e3779b97f4a7c15L;

    /** Returns the SplitMix64 finaliser of {@code z}: a bijection that scatters every bit. */
    public static long mix(long z) {
        long a = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        long b = (a ^ (a >>> 27)) * 0x94d049bb133111ebL;
        return b ^ (b >>> 31);
    }

    /**
     * Returns the stream of that name below this one. It depends on this stream's seed and the name alone, not on how
     * many numbers were drawn before.
     */
    public RandomStream stream(String name) {
        long hash = 0xcbf29ce484222325L;
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (b & 0xff)) * 0x100000001b3L;
        }
        return new RandomStream(mix(origin ^ mix(hash)));
    }

    /** Returns the stream of that number below this one, as {@link #stream(String)} does for a name. */
    public RandomStream stream(long index) {
        return new RandomStream(mix(mix(origin + GOLDEN) ^ mix(index + GOLDEN)));
    }

    /** Returns 64 random bits. */
    public long nextLong() {
        long result = Long.rotateLeft(s0 + s3, 23) + s0;
        long t = s1 << 17;
        s2 ^= s0;
        s3 ^= s1;
        s1 ^= s2;
        s0 ^= s3;
        s2 ^= t;
        s3 = Long.rotateLeft(s3, 45);
        return result;
    }

    /** Returns a number in [0, 1), a multiple of 2^-53. */
    public double nextDouble() {
        return (nextLong() >>> 11) * 0x1.0p-53;
    }

    /** Returns a number in [low, high). */
    public double nextDouble(double low, double high) {
        return low + (high - low) * nextDouble();
    }

    /** Returns an integer in [0, bound), each equally likely; {@code bound} must be positive. */
    public int nextInt(int bound) {
        if (bound <= 0) {
            throw new IllegalArgumentException("bound must be positive, found " + bound);
        }
        long limit = (1L << 32) - ((1L << 32) % bound);
        while (true) {
            long bits = nextLong() >>> 32;
            if (bits < limit) {
                return (int) (bits % bound);
            }
        }
    }

    /** Returns a standard normal number (Marsaglia's polar method, with {@code StrictMath}). */
    public double nextGaussian() {
        if (hasSpare) {
            hasSpare = false;
            return spareGaussian;
        }
        while (true) {
            double u = 2 * nextDouble() - 1;
            double v = 2 * nextDouble() - 1;
            double s = u * u + v * v;
            if (s > 0 && s < 1) {
                double f = Math.sqrt(-2 * StrictMath.log(s) / s);
                spareGaussian = v * f;
                hasSpare = true;
                return u * f;
            }
        }
    }

    /** Returns an exponential number of mean 1. */
    public double nextExponential() {
        return -StrictMath.log(1 - nextDouble());
    }

    /** Shuffles {@code values} in place (Fisher and Yates); each order is equally likely. */
    public void shuffle(int[] values) {
        for (int i = values.length - 1; i > 0; i--) {
            int j = nextInt(i + 1);
            int swap = values[i];
            values[i] = values[j];
            values[j] = swap;
        }
    }
}
