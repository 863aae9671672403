package hep.winnow.evaluation;

import hep.winnow.api.step.Choice;
import hep.winnow.api.step.Option;
import hep.winnow.api.text.Rounding;

/** What a cut is chosen by: a function of the expected yields of signal, s, and background, b. */
public sealed interface FigureOfMerit {
    /**
     * Returns its value; NaN where it has no meaning, which is where the yield of background is not positive.
     *
     * @param s yield of signal; where it is not positive the value is 0
     * @param b yield of background
     * @param signalTotal yield of signal without the cut
     */
    double value(double s, double b, double signalTotal);

    /** Returns it as a macro spells it. */
    String text();

    /** s/√b. */
    @Choice(value = "s_over_sqrt_b", doc = "s/sqrt(b): significance of a small excess over a well-known background")
    record SOverSqrtB() implements FigureOfMerit {
        @Override
        public double value(double s, double b, double signalTotal) {
            return b > 0 ? Math.max(0, s) / Math.sqrt(b) : Double.NaN;
        }

        @Override
        public String text() {
            return "s_over_sqrt_b";
        }
    }

    /** s/√(s+b). */
    @Choice(value = "s_over_sqrt_sb", doc = "s/sqrt(s+b): inverse of the relative statistical error of a measured s")
    record SOverSqrtSb() implements FigureOfMerit {
        @Override
        public double value(double s, double b, double signalTotal) {
            return b > 0 ? Math.max(0, s) / Math.sqrt(Math.max(0, s) + b) : Double.NaN;
        }

        @Override
        public String text() {
            return "s_over_sqrt_sb";
        }
    }

    /**
     * The median significance of discovery by the Asimov data set: Cowan, Cranmer, Gross, Vitells, Eur. Phys. J. C 71 (2011) 1554, and with an uncertainty of the
     * background, Cowan, "Discovery sensitivity for a counting experiment with background uncertainty" (2012), equation 20.
     *
     * @param syst relative uncertainty of b
     */
    @Choice(
            value = "asimov",
            doc = "median discovery significance (Cowan et al.), with or without an uncertainty of the background")
    record Asimov(
            @Option(doc = "relative uncertainty of the background", value = "0", min = 0)
            double syst) implements FigureOfMerit {
        @Override
        public double value(double s, double b, double signalTotal) {
            if (!(b > 0)) {
                return Double.NaN;
            }
            if (!(s > 0)) {
                return 0;
            }
            double q = syst > 0 ? withUncertainty(s, b) : (s + b) * StrictMath.log1p(s / b) - s;
            return Math.sqrt(2 * Math.max(0, q));
        }

        private double withUncertainty(double s, double b) {
            double variance = syst * syst * b * b;
            double first = (s + b) * StrictMath.log((s + b) * (b + variance) / (b * b + (s + b) * variance));
            double second = StrictMath.log1p(variance * s / (b * (b + variance))) / (syst * syst);
            return first - second;
        }

        @Override
        public String text() {
            return syst > 0 ? "asimov(syst=" + Rounding.shortest(syst) + ")" : "asimov";
        }
    }

    /**
     * Punzi, "Sensitivity of searches for new signals and its optimization", PHYSTAT 2003: ε/(a/2 + √b), free of the size of the signal.
     *
     * @param a number of standard deviations that a discovery takes
     */
    @Choice(
            value = "punzi",
            doc = "signal efficiency / (a/2 + sqrt(b)): for searches whose signal yield is unknown (Punzi)")
    record Punzi(
            @Option(doc = "number of sigma that a discovery takes", value = "3", min = 0)
            double a) implements FigureOfMerit {
        @Override
        public double value(double s, double b, double signalTotal) {
            return b > 0 ? Math.max(0, s) / signalTotal / (a / 2 + Math.sqrt(b)) : Double.NaN;
        }

        @Override
        public String text() {
            return "punzi(a=" + Rounding.shortest(a) + ")";
        }
    }
}
