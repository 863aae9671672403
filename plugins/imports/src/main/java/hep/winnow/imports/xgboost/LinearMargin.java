package hep.winnow.imports.xgboost;

import hep.winnow.imports.json.JsonValue;

/** A bias and a sum of features, in floats; what is missing adds nothing. */
final class LinearMargin implements Margin {
    private final float[] weights;
    private final int features;

    private LinearMargin(float[] weights, int features) {
        this.weights = weights;
        this.features = features;
    }

    static LinearMargin of(JsonValue booster, int features, int outputs) {
        return new LinearMargin(
                booster.get("model").get("weights").floats(Math.multiplyExact(features + 1, outputs)), features);
    }

    @Override
    public void add(float[] x, int offset, float[] margins) {
        int n = margins.length;
        for (int k = 0; k < n; k++) {
            float sum = weights[features * n + k] + margins[k];
            for (int f = 0; f < features; f++) {
                float value = x[offset + f];
                sum += Float.isNaN(value) ? 0 : value * weights[f * n + k];
            }
            margins[k] = sum;
        }
    }

    @Override
    public int parameters() {
        return weights.length;
    }
}
