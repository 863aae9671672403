package hep.winnow.imports.tmva;

import hep.winnow.api.learn.ForeignScorer;
import java.util.List;

/** Rounds events as TMVA keeps them, transforms them and asks the method. */
final class TmvaScorer implements ForeignScorer {
    private final int inputs;
    private final List<EventTransform> transforms;
    private final Response response;
    private final Precision precision;
    private final boolean isRegression;
    private final boolean isSoftmax;

    /**
     * Makes a scorer.
     *
     * @param isRegression whether outputs are targets: floats, of which transformations are undone
     * @param isSoftmax whether outputs are sums, to be made parts of 1
     */
    TmvaScorer(
            int inputs,
            List<EventTransform> transforms,
            Response response,
            Precision precision,
            boolean isRegression,
            boolean isSoftmax) {
        this.inputs = inputs;
        this.transforms = List.copyOf(transforms);
        this.response = response;
        this.precision = precision;
        this.isRegression = isRegression;
        this.isSoftmax = isSoftmax;
    }

    @Override
    public int inputs() {
        return inputs;
    }

    @Override
    public int outputs() {
        return response.outputs();
    }

    @Override
    public void score(double[] x, int rows, double[] out) {
        double[] event = new double[inputs];
        double[] scores = new double[outputs()];
        for (int r = 0; r < rows; r++) {
            boolean isFinite = true;
            for (int i = 0; i < inputs; i++) {
                event[i] = precision.of(x[r * inputs + i]);
                isFinite &= Double.isFinite(event[i]);
            }
            transforms.forEach(t -> t.apply(event));
            response.score(event, scores);
            finish(scores);
            for (int k = 0; k < scores.length; k++) {
                out[r * scores.length + k] = isFinite ? scores[k] : Double.NaN;
            }
        }
    }

    private void finish(double[] scores) {
        if (isSoftmax) {
            for (int k = 0; k < scores.length; k++) {
                scores[k] = (float) scores[k];
            }
            Softmax.apply(scores);
        }
        if (isRegression) {
            float[] targets = new float[scores.length];
            for (int k = 0; k < scores.length; k++) {
                targets[k] = (float) scores[k];
            }
            for (EventTransform transform : transforms) {
                targets = transform.targets() > 0 ? transform.restore(targets) : targets;
            }
            for (int k = 0; k < scores.length; k++) {
                scores[k] = targets[k];
            }
        }
    }

    @Override
    public int parameters() {
        return response.parameters();
    }

    @Override
    public double threshold() {
        return response.threshold();
    }
}
