package hep.winnow.toys.collider;

import hep.winnow.api.random.RandomStream;
import java.util.Locale;

/**
 * A process, with what it takes to weight its events and to boost them.
 *
 * <p>Cross-sections are for proton collisions at 13 TeV and both W decaying to an electron or a muon (0.216² of all W pairs): rounded theory, 48.6 pb (gluon fusion) times
 * 0.214 (to W W*) for the scalar, 118.7 pb for W pairs and 832 pb for top pairs. What the generator quotes is their product with the acceptance of
 * {@link Detector}, which was measured with the generator and is checked by a test.
 */
enum Channel {
    /** A scalar of 125 GeV to W W*. */
    HWW(0.486 * 0.691, 0.02, 25, 1.1, 1001),
    /** The W pair continuum. */
    WW(5.54 * 0.756, 0.04, 14, 1.3, 1002),
    /** Top pairs. */
    TT(38.8 * 0.850, 0.06, 35, 0.9, 1003);

    private final double crossSection;
    private final double negativeFraction;
    private final double ptScale;
    private final double rapidityWidth;
    private final int run;

    Channel(double crossSection, double negativeFraction, double ptScale, double rapidityWidth, int run) {
        this.crossSection = crossSection;
        this.negativeFraction = negativeFraction;
        this.ptScale = ptScale;
        this.rapidityWidth = rapidityWidth;
        this.run = run;
    }

    /** Returns a hard event in its rest frame. */
    HardEvent make(RandomStream random) {
        return switch (this) {
            case HWW -> ScalarToWW.make(random);
            case WW -> ContinuumWW.make(random);
            case TT -> TopPair.make(random);
        };
    }

    /** Returns the cross-section of accepted events, in pb: the mean of {@code genw}. */
    double crossSection() {
        return crossSection;
    }

    /** Returns the fraction of events of negative weight. */
    double negativeFraction() {
        return negativeFraction;
    }

    /** Returns the magnitude of {@code genw}, in pb, to six decimals: the same for all events. */
    double weight() {
        return Math.rint(1e6 * crossSection / (1 - 2 * negativeFraction)) / 1e6;
    }

    /** Returns the scale of the system's transverse momentum, in GeV. */
    double ptScale() {
        return ptScale;
    }

    /** Returns the width of the system's Gaussian rapidity. */
    double rapidityWidth() {
        return rapidityWidth;
    }

    /** Returns its name in the column {@code process}. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the run number of its events. */
    int run() {
        return run;
    }
}
