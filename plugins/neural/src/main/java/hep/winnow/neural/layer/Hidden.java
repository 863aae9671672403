package hep.winnow.neural.layer;

import java.util.ArrayList;
import java.util.List;

/** Hidden layers as macros ask for them. */
public final class Hidden {
    private Hidden() {}

    /**
     * Returns a dense layer of {@code neurons} with its activation.
     *
     * @param normalise whether batch normalisation stands between the sums and the activation
     * @param dropout part that is silenced behind it; no layer for 0
     */
    public static List<Layer> dense(int neurons, Activation activation, boolean normalise, double dropout) {
        Activation identity = new Activation.Identity();
        Activation fused = activation.layer().isEmpty() ? activation : identity;
        List<Layer> layers = new ArrayList<>();
        layers.add(new Dense(neurons * activation.pieces(), normalise ? identity : fused));
        if (normalise) {
            layers.add(new BatchNorm(fused));
        }
        activation.layer().ifPresent(layers::add);
        if (dropout > 0) {
            layers.add(new Dropout(dropout));
        }
        return layers;
    }
}
