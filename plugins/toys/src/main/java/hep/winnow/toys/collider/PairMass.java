package hep.winnow.toys.collider;

import hep.winnow.api.random.RandomStream;

/**
 * The continuum of a pair above its threshold s0 = m1 + m2: the density in M is β (s0/M)^n, β = √(1 - s0²/M²).
 *
 * @param n how fast it falls, above 1
 */
record PairMass(double n) {
    /** Returns a mass above {@code threshold}. */
    double draw(double threshold, RandomStream random) {
        while (true) {
            double ratio = StrictMath.pow(1 - random.nextDouble(), 1 / (n - 1)); // s0 / M
            double u = random.nextDouble();
            if (u * u < 1 - ratio * ratio) {
                return threshold / ratio;
            }
        }
    }

    /** Returns the cosine of a polar angle with the density 1 / (1.05 - β² cos²θ): forward and backward, the more the faster the pair is. */
    static double cosTheta(double beta, RandomStream random) {
        double b2 = beta * beta;
        while (true) {
            double c = random.nextDouble(-1, 1);
            if (random.nextDouble() * (1.05 - b2 * c * c) < 1.05 - b2) {
                return c;
            }
        }
    }
}
