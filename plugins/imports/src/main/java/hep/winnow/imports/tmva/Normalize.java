package hep.winnow.imports.tmva;

/** From -1 to 1 over the training: (x − low)·scale·2 − 1, in floats as the Reader does, or in doubles as the generated class does. */
final class Normalize implements EventTransform {
    private final Selection selection;
    private final float[] low;
    private final float[] high;
    private final float[] scale;
    private final Precision precision;

    Normalize(Selection selection, float[] low, float[] high, Precision precision) {
        this.selection = selection;
        this.low = low;
        this.high = high;
        this.scale = new float[low.length];
        for (int i = 0; i < low.length; i++) {
            scale[i] = (float) (1.0 / (high[i] - low[i]));
        }
        this.precision = precision;
    }

    @Override
    public void apply(double[] event) {
        double[] taken = new double[selection.size()];
        selection.get(event, taken);
        for (int i = 0; i < taken.length; i++) {
            taken[i] = precision == Precision.READER
                    ? ((float) taken[i] - low[i]) * scale[i] * 2 - 1
                    : (taken[i] - low[i]) / ((double) high[i] - low[i]) * 2 - 1;
        }
        selection.set(taken, event);
    }

    @Override
    public int targets() {
        return selection.targets();
    }

    @Override
    public float[] restore(float[] targets) {
        float[] out = targets.clone();
        int first = selection.size();
        for (int i = 0; i < out.length; i++) {
            out[i] = low[first + i] + (targets[i] + 1) / (scale[first + i] * 2);
        }
        return out;
    }
}
