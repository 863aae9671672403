package hep.winnow.app;

import hep.winnow.api.learn.Model;
import hep.winnow.api.learn.ModelState;
import hep.winnow.api.learn.Tensor;
import java.util.List;
import java.util.Map;

/** Output k is k plus the weighted sum of the inputs: a model whose scores can be told in one's head. */
public record SumModel(double[] weights, int outputs) implements Model {
    @Override
    public int inputs() {
        return weights.length;
    }

    @Override
    public void score(float[] x, int rows, double[] out) {
        for (int i = 0; i < rows; i++) {
            double sum = 0;
            for (int j = 0; j < weights.length; j++) {
                sum += weights[j] * x[i * weights.length + j];
            }
            for (int k = 0; k < outputs; k++) {
                out[i * outputs + k] = k + sum;
            }
        }
    }

    @Override
    public int parameters() {
        return weights.length;
    }

    @Override
    public ModelState state() {
        Tensor tensor = Tensor.doubles("weights", List.of(weights.length), weights);
        return new ModelState("sum", Map.of("outputs", outputs), List.of(tensor));
    }

    static Model read(ModelState state) {
        return new SumModel(state.tensor("weights").values(), (int) state.number("outputs"));
    }
}
