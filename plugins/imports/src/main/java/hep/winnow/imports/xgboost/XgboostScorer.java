package hep.winnow.imports.xgboost;

import hep.winnow.api.learn.ForeignScorer;
import java.util.Arrays;

/** Scores as {@code Booster.predict} does: inputs become floats, NaN is missing. XGBoost takes no infinite input; such an event scores NaN. */
final class XgboostScorer implements ForeignScorer {
    private final int inputs;
    private final float[] base;
    private final Margin margin;
    private final Objective objective;

    /**
     * Makes a scorer.
     *
     * @param base margins to begin with, one per output
     */
    XgboostScorer(int inputs, float[] base, Margin margin, Objective objective) {
        this.inputs = inputs;
        this.base = base;
        this.margin = margin;
        this.objective = objective;
    }

    @Override
    public int inputs() {
        return inputs;
    }

    @Override
    public int outputs() {
        return base.length;
    }

    @Override
    public void score(double[] x, int rows, double[] out) {
        float[] event = new float[inputs];
        float[] scores = new float[base.length];
        for (int r = 0; r < rows; r++) {
            boolean isInfinite = false;
            for (int i = 0; i < inputs; i++) {
                event[i] = (float) x[r * inputs + i];
                isInfinite |= Float.isInfinite(event[i]);
            }
            System.arraycopy(base, 0, scores, 0, base.length);
            margin.add(event, 0, scores);
            objective.apply(scores);
            if (isInfinite) {
                Arrays.fill(scores, Float.NaN);
            }
            for (int k = 0; k < scores.length; k++) {
                out[r * scores.length + k] = scores[k];
            }
        }
    }

    @Override
    public boolean takesMissing() {
        return true;
    }

    @Override
    public int parameters() {
        return margin.parameters();
    }

    @Override
    public double threshold() {
        return objective == Objective.LOGIT ? 0 : 0.5;
    }
}
