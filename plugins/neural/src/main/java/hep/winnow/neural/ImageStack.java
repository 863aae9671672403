package hep.winnow.neural;

import hep.winnow.neural.layer.Activation;
import hep.winnow.neural.layer.AveragePool;
import hep.winnow.neural.layer.BatchNorm;
import hep.winnow.neural.layer.Convolution;
import hep.winnow.neural.layer.Dense;
import hep.winnow.neural.layer.Divide;
import hep.winnow.neural.layer.Dropout;
import hep.winnow.neural.layer.Flatten;
import hep.winnow.neural.layer.Layer;
import hep.winnow.neural.layer.MaxPool;
import hep.winnow.neural.layer.Network;
import hep.winnow.neural.layer.Shape;
import java.util.ArrayList;
import java.util.List;

/** Makes a network of the layers that a macro writes: activations, batch normalisation where it belongs, and flattening where it is left out. */
final class ImageStack {
    private final Activation habit;
    private final List<Layer> layers = new ArrayList<>();
    private Shape shape;

    /**
     * Begins with images.
     *
     * @param image their shape
     * @param white what pixels are divided by
     * @param habit activation of layers that name none
     */
    ImageStack(Shape image, double white, Activation habit) {
        this.habit = habit;
        this.shape = image;
        if (white != 1) {
            add(new Divide(white));
        }
    }

    /** Adds all layers; throws {@link IllegalArgumentException} where one does not fit to what comes before it. */
    ImageStack with(List<ImageLayer> written) {
        for (int i = 0; i < written.size(); i++) {
            boolean isNormalised = i + 1 < written.size() && written.get(i + 1) instanceof ImageLayer.BatchNorm;
            boolean isDone = i > 0 && written.get(i) instanceof ImageLayer.BatchNorm && isSum(written.get(i - 1));
            try {
                if (!isDone) {
                    add(written.get(i), isNormalised);
                }
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("layer " + (i + 1) + " of layers=: " + e.getMessage(), e);
            }
        }
        return this;
    }

    private static boolean isSum(ImageLayer layer) {
        return layer instanceof ImageLayer.Conv || layer instanceof ImageLayer.Dense;
    }

    private void add(ImageLayer layer, boolean isNormalised) {
        if (layer instanceof ImageLayer.Conv conv) {
            Activation a = conv.activation().orElse(habit);
            requirePlain(a);
            requireImage("conv");
            add(new Convolution(conv.filters(), conv.window(), isNormalised ? new Activation.Identity() : a));
            normalise(isNormalised, a);
        } else if (layer instanceof ImageLayer.Pool pool) {
            requireImage("pool");
            boolean isMax = pool.kind() == ImageLayer.Pooling.MAX;
            add(isMax ? new MaxPool(pool.window()) : new AveragePool(pool.window()));
        } else if (layer instanceof ImageLayer.Dense dense) {
            Activation a = dense.activation().orElse(habit);
            requirePlain(a);
            flatten();
            add(new Dense(dense.neurons(), isNormalised ? new Activation.Identity() : a));
            normalise(isNormalised, a);
        } else if (layer instanceof ImageLayer.Dropout dropout) {
            add(new Dropout(dropout.rate()));
        } else if (layer instanceof ImageLayer.BatchNorm) {
            normalise(true, new Activation.Identity());
        } else {
            flatten();
        }
    }

    private static void requirePlain(Activation activation) {
        if (activation.layer().isPresent()) {
            throw new IllegalArgumentException("activation=" + activation.word() + " is not for layers of images");
        }
    }

    private void requireImage(String word) {
        if (layers.stream().anyMatch(Flatten.class::isInstance)) {
            throw new IllegalArgumentException(word + " needs an image, but behind flatten and dense there is none");
        }
    }

    private void normalise(boolean isWanted, Activation activation) {
        if (isWanted) {
            add(new BatchNorm(activation));
        }
    }

    private void flatten() {
        if (!shape.isFlat()) {
            add(new Flatten());
        }
    }

    private void add(Layer layer) {
        shape = layer.output(shape);
        layers.add(layer);
    }

    /** Returns the network with {@code outputs} sums at its end. */
    Network network(Shape image, int outputs) {
        flatten();
        List<Layer> all = new ArrayList<>(layers);
        all.add(new Dense(outputs, new Activation.Identity()));
        return new Network(image, all);
    }
}
