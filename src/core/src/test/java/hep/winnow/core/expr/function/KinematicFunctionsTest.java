package hep.winnow.core.expr.function;

import static hep.winnow.core.expr.function.FunctionsTest.call;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hep.winnow.api.random.RandomStream;
import java.math.BigDecimal;
import java.math.MathContext;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class KinematicFunctionsTest {
    private static final double NAN = Double.NaN;
    private final RandomStream random = new RandomStream(20260917);

    @Test
    void deltaPhiIsTheAngleBetweenUnitVectors() {
        for (int i = 0; i < 2000; i++) {
            double a = random.nextDouble(-20, 20);
            double b = random.nextDouble(-20, 20);
            double phi = call("delta_phi", a, b);
            assertThat(phi).isGreaterThan(-Math.PI).isLessThanOrEqualTo(Math.PI);
            assertThat(phi).isCloseTo(StrictMath.atan2(StrictMath.sin(a - b), StrictMath.cos(a - b)), within(2e-14));
        }
    }

    @Test
    void deltaPhiIncludesPiAndExcludesMinusPi() {
        assertThat(call("delta_phi", Math.PI, 0)).isEqualTo(Math.PI);
        assertThat(call("delta_phi", -Math.PI, 0)).isEqualTo(Math.PI);
        assertThat(call("delta_phi", 3 * Math.PI, 0)).isEqualTo(Math.PI);
        assertThat(call("delta_phi", 0.25, 0.5)).isEqualTo(-0.25);
        assertThat(call("delta_phi", 3, -3)).isCloseTo(6 - 2 * Math.PI, within(1e-15));
        assertThat(call("delta_phi", Double.POSITIVE_INFINITY, 0)).isNaN();
        assertThat(call("delta_phi", NAN, 0)).isNaN();
    }

    @Test
    void deltaRIsADistanceOfDirections() {
        assertThat(call("delta_r", 1, 0, 4, 4 - 2 * Math.PI))
                .isCloseTo(StrictMath.hypot(3, 4 - 2 * Math.PI), within(1e-14));
        assertThat(call("delta_r", 0.5, 3.1, 0.5, -3.1)).isCloseTo(2 * Math.PI - 6.2, within(1e-14));
        assertThat(call("delta_r", 2, 1, 2, 1)).isZero();
    }

    /** Two muons of 45.5 GeV, back to back: the Z. */
    @Test
    void invariantMassOfABackToBackPairIsItsEnergy() {
        double m = 0.1056583755;
        double energy = StrictMath.hypot(45.5, m);
        assertThat(call("inv_mass", 45.5, 0, 0, m, 45.5, 0, Math.PI, m)).isCloseTo(2 * energy, within(1e-13));
    }

    @Test
    void invariantMassAgreesWithEnergyAndMomentum() {
        for (int i = 0; i < 500; i++) {
            int count = 2 + random.nextInt(4);
            double[] particles = particles(count, 2.5, 50);
            assertThat(call("inv_mass", particles)).isCloseTo(massBySum(particles), Percentage.withPercentage(1e-8));
        }
    }

    /** E^2 - p^2 of this pair keeps no digit in double. */
    @Test
    void invariantMassKeepsItsDigitsForBoostedPairs() {
        for (int i = 0; i < 300; i++) {
            double eta = random.nextDouble(-5, 5);
            double phi = random.nextDouble(-3, 3);
            double pt1 = random.nextDouble(1, 2000);
            double pt2 = random.nextDouble(1, 2000);
            double dEta = 1e-5 * random.nextGaussian();
            double dPhi = 1e-5 * random.nextGaussian();
            double m = call("inv_mass", pt1, eta, phi, 0, pt2, eta + dEta, phi + dPhi, 0);
            double realEta = (eta + dEta) - eta;
            double realPhi = (phi + dPhi) - phi;
            assertThat(m)
                    .isCloseTo(
                            Math.sqrt(pt1 * pt2 * (realEta * realEta + realPhi * realPhi)),
                            Percentage.withPercentage(1e-8));
        }
    }

    @Test
    void invariantMassOfOneParticleInTwoHalvesIsItsOwn() {
        // p -> p/2 + p/2, each of half the mass
        for (double pt : new double[] {0.1, 10, 1e4, 1e6}) {
            double m = 0.511e-3;
            double mass = call("inv_mass", pt / 2, 3.0, 1.0, m / 2, pt / 2, 3.0, 1.0, m / 2);
            assertThat(mass).as("pt %s", pt).isCloseTo(m, Percentage.withPercentage(1e-10));
        }
    }

    @Test
    void invariantMassIsNeverNanForRealParticles() {
        for (int i = 0; i < 5000; i++) {
            double[] particles = particles(2 + random.nextInt(3), 6, i % 2 == 0 ? 1e-6 : 0);
            if (i % 3 == 0) {
                System.arraycopy(particles, 0, particles, 4, 4);
            }
            double sum = 0;
            for (int k = 3; k < particles.length; k += 4) {
                sum += particles[k];
            }
            assertThat(call("inv_mass", particles)).isGreaterThanOrEqualTo(sum * (1 - 1e-9));
        }
    }

    @Test
    void invariantMassAtTheEdges() {
        assertThat(call("inv_mass", 0, 0, 0, 0, 0, 0, 0, 0)).isZero();
        assertThat(call("inv_mass", 0, 0, 0, 3, 0, 0, 0, 4)).isEqualTo(7);
        assertThat(call("inv_mass", 0, 0, 0, 0, 5, 0, 0, 0)).isZero();
        assertThat(call("inv_mass", 10, 1, 1, -1e-4, 20, -1, 2, 0))
                .isEqualTo(call("inv_mass", 10, 1, 1, 1e-4, 20, -1, 2, 0));
        assertThat(call("inv_mass", -999, 0, 0, 0, 10, 0, 0, 0)).isNaN();
        assertThat(call("inv_mass", 10, -999, 0, 1, 10, NAN, 0, 0)).isNaN();
    }

    @ParameterizedTest
    @CsvSource({"40, 0, 40, 3.141592653589793, 80", "40, 1, 40, 1, 0", "9, 0.5, 16, 0.5, 0", "-1, 0, 5, 1, NaN"})
    void transverseMassOfKnownPairs(double pt1, double phi1, double pt2, double phi2, double expected) {
        double mt = call("mt", pt1, phi1, pt2, phi2);
        if (Double.isNaN(expected)) {
            assertThat(mt).isNaN();
        } else {
            assertThat(mt).isCloseTo(expected, within(1e-12));
        }
    }

    @Test
    void transverseMassAgreesWithTheTextbook() {
        for (int i = 0; i < 1000; i++) {
            double pt1 = random.nextDouble(0, 100);
            double pt2 = random.nextDouble(0, 100);
            double phi1 = random.nextDouble(-4, 4);
            double phi2 = random.nextDouble(-4, 4);
            assertThat(call("mt", pt1, phi1, pt2, phi2))
                    .isCloseTo(Math.sqrt(2 * pt1 * pt2 * (1 - StrictMath.cos(phi1 - phi2))), within(1e-6));
        }
    }

    @Test
    void componentsGoThereAndBack() {
        for (int i = 0; i < 1000; i++) {
            double pt = random.nextDouble(0.1, 100);
            double eta = random.nextDouble(-5, 5);
            double phi = random.nextDouble(-Math.PI, Math.PI);
            double px = call("px", pt, phi);
            double py = call("py", pt, phi);
            double pz = call("pz", pt, eta);
            assertThat(call("pt_of", px, py)).isCloseTo(pt, Percentage.withPercentage(1e-12));
            assertThat(call("phi_of", px, py)).isCloseTo(phi, within(1e-14));
            assertThat(call("eta_of", px, py, pz)).isCloseTo(eta, within(1e-13));
            double p = StrictMath.hypot(StrictMath.hypot(px, py), pz);
            assertThat(call("momentum", pt, eta)).isCloseTo(p, Percentage.withPercentage(1e-12));
            assertThat(call("cos_theta", eta)).isCloseTo(pz / p, within(1e-14));
            assertThat(StrictMath.cos(call("theta", eta))).isCloseTo(pz / p, within(1e-14));
        }
    }

    @Test
    void energyAndRapidityFollowFromTheFourVector() {
        for (int i = 0; i < 1000; i++) {
            double pt = random.nextDouble(0.1, 100);
            double eta = random.nextDouble(-3, 3);
            double m = random.nextDouble(0, 200);
            double pz = call("pz", pt, eta);
            double energy = Math.sqrt(pt * pt + pz * pz + m * m);
            assertThat(call("energy", pt, eta, m)).isCloseTo(energy, Percentage.withPercentage(1e-12));
            assertThat(call("rapidity", pt, eta, m))
                    .isCloseTo(0.5 * StrictMath.log((energy + pz) / (energy - pz)), within(1e-10));
        }
        assertThat(call("rapidity", 10, 1.7, 0)).isEqualTo(1.7);
        assertThat(call("rapidity", -10, 1.7, 0)).isNaN();
    }

    @Test
    void sumsOfTransverseVectors() {
        assertThat(call("pt_sum", 3, 0, 4, Math.PI / 2)).isCloseTo(5, within(1e-14));
        assertThat(call("phi_sum", 3, 0, 4, Math.PI / 2)).isCloseTo(StrictMath.atan2(4, 3), within(1e-14));
        assertThat(call("pt_sum", 10, 1, 10, 1 + Math.PI, 7, 2)).isCloseTo(7, within(1e-13));
        assertThat(call("phi_of", -1, -0.0)).isEqualTo(Math.PI);
    }

    private double[] particles(int count, double maxEta, double maxMass) {
        double[] particles = new double[4 * count];
        for (int k = 0; k < count; k++) {
            particles[4 * k] = random.nextDouble(5, 100);
            particles[4 * k + 1] = random.nextDouble(-maxEta, maxEta);
            particles[4 * k + 2] = random.nextDouble(-Math.PI, Math.PI);
            particles[4 * k + 3] = maxMass == 0 ? 0 : random.nextDouble(0, maxMass);
        }
        return particles;
    }

    /** E^2 - p^2 of the sum, with the differences taken in many digits. */
    private static double massBySum(double[] particles) {
        BigDecimal energy = BigDecimal.ZERO;
        BigDecimal px = BigDecimal.ZERO;
        BigDecimal py = BigDecimal.ZERO;
        BigDecimal pz = BigDecimal.ZERO;
        for (int k = 0; k < particles.length; k += 4) {
            double pt = particles[k];
            BigDecimal x = new BigDecimal(pt * StrictMath.cos(particles[k + 2]));
            BigDecimal y = new BigDecimal(pt * StrictMath.sin(particles[k + 2]));
            BigDecimal z = new BigDecimal(pt * StrictMath.sinh(particles[k + 1]));
            BigDecimal m = new BigDecimal(particles[k + 3]);
            BigDecimal square =
                    x.multiply(x).add(y.multiply(y)).add(z.multiply(z)).add(m.multiply(m));
            energy = energy.add(square.sqrt(new MathContext(50)));
            px = px.add(x);
            py = py.add(y);
            pz = pz.add(z);
        }
        BigDecimal square = energy.multiply(energy)
                .subtract(px.multiply(px))
                .subtract(py.multiply(py))
                .subtract(pz.multiply(pz));
        return Math.sqrt(square.doubleValue());
    }
}
