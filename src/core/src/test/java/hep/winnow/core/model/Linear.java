package hep.winnow.core.model;

import hep.winnow.api.learn.Model;
import hep.winnow.api.learn.ModelReader;
import hep.winnow.api.learn.ModelState;
import hep.winnow.api.learn.Tensor;
import java.util.List;
import java.util.Map;

/** A model for tests: output k is {@code bias[k] + sum of weight[k][f] * x[f]}. */
record Linear(int inputs, float[] weight, double[] bias) implements Model {
    static final Map<String, Object> SETTINGS = Map.of(
            "text",
            "inf",
            "yes",
            true,
            "count",
            3L,
            "rate",
            0.1,
            "none",
            Double.NaN,
            "list",
            List.of(1L, 2.0, Double.POSITIVE_INFINITY, "x"));

    @Override
    public int outputs() {
        return bias.length;
    }

    @Override
    public void score(float[] x, int rows, double[] out) {
        for (int i = 0; i < rows; i++) {
            for (int k = 0; k < bias.length; k++) {
                double sum = bias[k];
                for (int f = 0; f < inputs; f++) {
                    sum += (double) weight[k * inputs + f] * x[i * inputs + f];
                }
                out[i * bias.length + k] = sum;
            }
        }
    }

    @Override
    public int parameters() {
        return weight.length + bias.length;
    }

    @Override
    public ModelState state() {
        return new ModelState(
                "linear",
                SETTINGS,
                List.of(
                        Tensor.floats("weight", List.of(bias.length, inputs), weight),
                        Tensor.doubles("bias", List.of(bias.length), bias)));
    }

    /** Reads what {@link #state} gives. */
    static final class Reader implements ModelReader {
        @Override
        public String learner() {
            return "linear";
        }

        @Override
        public Model read(ModelState state) {
            if (!state.settings().equals(SETTINGS)) {
                throw new IllegalArgumentException("settings are " + state.settings());
            }
            Tensor weight = state.tensor("weight");
            return new Linear(
                    weight.shape().get(1),
                    weight.toFloats(),
                    state.tensor("bias").values());
        }
    }
}
