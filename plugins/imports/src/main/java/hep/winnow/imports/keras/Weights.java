package hep.winnow.imports.keras;

import java.util.List;

/** Where the numbers of a model's layers are found. */
interface Weights {
    /** Returns those of the layers of one model, which are all of them, in order. */
    Layers of(List<LayerSpec> layers);

    /** Those of each layer, by its index. */
    interface Layers {
        /** Returns the numbers of a layer. */
        Tensors tensors(int layer);

        /** Returns where those of the layers of an inner model are found. */
        Weights inside(int layer);
    }

    /** The tensors of a layer. */
    interface Tensors {
        /**
         * Returns one of them.
         *
         * @param name such as {@code kernel}
         * @param index its place among those that the layer has, from 0
         * @throws hep.winnow.api.diagnostic.UserError if there is none
         */
        Tensor get(String name, int index);
    }
}
