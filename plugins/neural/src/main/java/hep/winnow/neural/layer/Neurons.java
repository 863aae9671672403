package hep.winnow.neural.layer;

import hep.winnow.api.step.Option;
import java.util.ArrayList;
import java.util.List;

/**
 * The options of dense hidden layers, shared by all learners that have them.
 *
 * @param activation of the hidden neurons
 * @param dropout part of them that is silenced in training, from 0 to below 1
 * @param batchnorm whether their sums are normalised over each batch
 */
public record Neurons(
        @Option(
                doc = "function of the hidden neurons",
                value = "relu",
                alsoKnownAs = {"NeuronType", "nonlinearity"})
        Activation activation,

        @Option(
                doc = "part of the hidden neurons that is silenced at random in each step",
                value = "0",
                min = 0,
                max = 1,
                belowMax = true,
                alsoKnownAs = {"dropout_rate", "DropConfig"})
        double dropout,

        @Option(
                doc = "normalises the sums of the hidden neurons over each batch (Ioffe and Szegedy)",
                value = "false",
                alsoKnownAs = {"batch_norm", "batch_normalization", "BNORM"})
        boolean batchnorm) {
    /** Returns dense layers of these widths, each with its activation. */
    public List<Layer> dense(List<Integer> widths) {
        List<Layer> layers = new ArrayList<>();
        for (int width : widths) {
            layers.addAll(Hidden.dense(width, activation, batchnorm, dropout));
        }
        return layers;
    }

    /** Returns how first weights are drawn where the macro does not say. */
    public Init habitOfInit() {
        return Init.habitOf(activation);
    }
}
