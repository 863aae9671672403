package hep.winnow.evaluation;

import hep.winnow.api.text.Rounding;
import hep.winnow.kernels.stat.Estimate;

/**
 * Whether a model is overtrained: it learnt its train events by heart, and does worse on others.
 *
 * <p>The rule asks four witnesses. It was calibrated with simulated trainings; the numbers stand at the constants.
 *
 * <ol>
 *   <li>The <b>gap</b>: what the model does better on the train part than on the other, in units of its error. With up to some thousand events most of that error comes
 *       from the events themselves, one part being easier than the other by chance; where it can be told, that share is taken out with a scorer that saw both
 *       parts alike ({@link NeighbourReference}), which halves the error. A gap of more than {@value #GAP_SIGMA} sigma is a sign of overtraining if
 *       it is not negligible: among many events any gap becomes significant, and then its size is what matters. In AUC it matters from 0.005 on, or
 *       from a tenth of what the AUC lacks to 1, but never below 0.001.
 *   <li>The <b>loss</b>: by how much it is higher for events that did not train ({@link LossGap}). The rule is that of the gap.
 *   <li>The <b>responses</b> per class on both parts, by a permutation test. Alone they only say that something differs; with a gap of one sigma they confirm
 *       it.
 *   <li>The <b>validation loss</b> where the model stands, above its minimum. Both are taken over the same events, so that their fluctuations cancel. A model of the best epoch stands at the
 *       minimum and passes.
 * </ol>
 *
 * <p>Measured with 100 seeds each. A 64-64 network after 500 epochs on moons of noise 0.35, without regularisation, is called overtrained 100 times if 250 events train and valid and test
 * have 125 each, 97 times against a test part of 250 and no valid part, and 99 times with 500, 250 and 250. A 4-neuron network with early stopping is called so 1, 3, 1, 4 times with 10,000, 2,500, 1,000, 500
 * events that train and half as many in valid and test each; a logistic regression 3 and 1 times with 250 and 1,000.
 *
 * <p>A scorer that trained on neither part is called overtrained in 1 to 3 of 100 samples, fewer where there are many events. If there is no sign, but so few events that a
 * gap of consequence would not have been seen, the verdict says that.
 *
 * @param isOvertrained whether a witness says so
 * @param gap the gap with its error, for people
 * @param conclusion what follows from it
 */
record Verdict(boolean isOvertrained, String gap, String conclusion) {
    /** One-sided level of 2.3 %. */
    static final double GAP_SIGMA = 2;

    /** A gap that the responses may confirm. */
    static final double CONFIRMED_SIGMA = 1;

    /** In either of two classes: one of 100 pairs of like samples has it. */
    static final double KS_LEVEL = 0.005;

    /** Share of the loss below which a difference between train and other events is of no consequence. */
    static final double LOSS_GAP = 0.05;

    /** Relative rise of the smoothed validation loss. Without overtraining it stays below 2 % at some thousand events. */
    static final double LOSS_RISE = 0.05;

    /** Returns the whole sentence. */
    String sentence() {
        return gap.isEmpty() ? conclusion : gap + ": " + conclusion;
    }

    /** Returns the verdict. */
    static Verdict of(Evidence evidence) {
        Estimate gap = evidence.sharpest();
        if (Double.isNaN(gap.value()) || Double.isNaN(gap.error())) {
            return new Verdict(false, "", "the gap between train and " + evidence.other() + " cannot be told");
        }
        String overtrained = overtrained(evidence, gap);
        if (!overtrained.isEmpty()) {
            return new Verdict(true, gapText(evidence), overtrained);
        }
        if (gap.sigma() > GAP_SIGMA) {
            String size = Rounding.fixed(gap.sigma(), 1) + " sigma, but only " + Rounding.shortest(gap.value(), 1)
                    + ", and a gap matters from " + Rounding.shortest(evidence.negligible(), 2) + " on";
            return new Verdict(false, "gap " + Estimates.withError(gap), "negligible: " + size);
        }
        if (gap.error() > evidence.vague()) {
            double unseen = Math.max(0, gap.value()) + GAP_SIGMA * gap.error();
            String size = "a gap of " + Rounding.shortest(unseen, 1) + " cannot be excluded";
            return new Verdict(false, gapText(evidence), "too few events to tell, " + size);
        }
        return new Verdict(false, gapText(evidence), "no sign of overtraining");
    }

    /** Returns what the witnesses say; empty if none says that the model is overtrained. */
    private static String overtrained(Evidence evidence, Estimate gap) {
        boolean matters = gap.value() >= evidence.negligible();
        if (matters && gap.sigma() > GAP_SIGMA) {
            return "overtrained";
        }
        Estimate lossGap = evidence.lossGap().orElse(Estimate.UNKNOWN);
        if (lossGap.value() >= LOSS_GAP && lossGap.sigma() > GAP_SIGMA) {
            return "overtrained, the loss of events that did not train is " + Estimates.withError(lossGap.times(100))
                    + " % of itself above that of events that did";
        }
        String differing = differingClass(evidence);
        if (matters && gap.sigma() > CONFIRMED_SIGMA && !differing.isEmpty()) {
            return "overtrained, the responses of " + differing + " differ between train and " + evidence.other();
        }
        double rise = evidence.loss().map(LossCourse::rise).orElse(0.0);
        if (rise > LOSS_RISE) {
            return "overtrained, the validation loss is " + Rounding.fixed(100 * rise, 0)
                    + " % above its minimum at epoch "
                    + evidence.loss().orElseThrow().minimumEpoch();
        }
        return "";
    }

    private static String gapText(Evidence evidence) {
        String text = "gap " + Estimates.withSigma(evidence.gap());
        if (evidence.adjusted().isEmpty()) {
            return text;
        }
        return text + ", " + Estimates.withSigma(evidence.adjusted().get()) + " without the luck of the split";
    }

    private static String differingClass(Evidence evidence) {
        for (Evidence.ClassKs ks : evidence.ks()) {
            if (ks.pValue() <= KS_LEVEL) {
                return ks.name() + " (KS p = " + Rounding.shortest(ks.pValue(), 1) + ")";
            }
        }
        return "";
    }
}
