package hep.winnow.neural;

import hep.winnow.api.step.Choice;
import hep.winnow.api.step.Option;
import hep.winnow.neural.layer.Activation;
import hep.winnow.neural.layer.Padding;
import hep.winnow.neural.layer.Window;
import java.util.List;
import java.util.Optional;

/** A layer of a network for images, as a macro writes it. */
public sealed interface ImageLayer {
    /** Filters that slide over the image. */
    @Choice(value = "conv", doc = "filters that slide over the image, with their activation behind them")
    record Conv(
            @Option(doc = "number of filters: the channels of the output", min = 1)
            int filters,

            @Option(doc = "height and width of what a filter sees, or one number for both", value = "3", min = 1)
            List<Integer> size,

            @Option(doc = "pixels from one place of a filter to the next", value = "1", min = 1)
            int stride,

            @Option(doc = "at the edges: valid stays inside, same puts zeros around", value = "valid")
            Padding padding,

            @Option(doc = "function of the sums; without it that of the network")
            Optional<Activation> activation)
            implements ImageLayer {
        public Conv {
            size = List.copyOf(size);
            requirePair("conv", size);
        }

        Window window() {
            return ImageLayer.window(size, stride, padding);
        }
    }

    /** The greatest number, or the mean, of each small window. */
    @Choice(value = "pool", doc = "makes the image smaller: of each window its greatest number, or its mean")
    record Pool(
            @Option(doc = "height and width of a window, or one number for both", value = "2", min = 1)
            List<Integer> size,

            @Option(doc = "pixels from one window to the next; without it the window's height", min = 1)
            Optional<Integer> stride,

            @Option(doc = "max or mean", value = "max") Pooling kind,

            @Option(doc = "at the edges: valid stays inside, same lets windows reach over", value = "valid")
            Padding padding)
            implements ImageLayer {
        public Pool {
            size = List.copyOf(size);
            requirePair("pool", size);
        }

        Window window() {
            return ImageLayer.window(size, stride.orElse(size.get(0)), padding);
        }
    }

    /** What a pool makes of a window. */
    enum Pooling {
        MAX,
        MEAN
    }

    /** Neurons that see all there is. */
    @Choice(value = "dense", doc = "neurons that see all numbers before them, with their activation behind them")
    record Dense(
            @Option(doc = "number of neurons", min = 1) int neurons,

            @Option(doc = "function of the sums; without it that of the network")
            Optional<Activation> activation)
            implements ImageLayer {}

    /** Makes a row of numbers of the image. */
    @Choice(
            value = "flatten",
            doc = "makes a row of numbers of the image; before dense and the output it may be left out")
    record Flatten() implements ImageLayer {}

    /** Silences numbers at random. */
    @Choice(value = "dropout", doc = "silences numbers at random in each step of the training")
    record Dropout(
            @Option(doc = "part that is silenced", value = "0.5", min = 0, max = 1, belowMax = true)
            double rate) implements ImageLayer {}

    /** Normalises over the batch. */
    @Choice(
            value = "batchnorm",
            doc =
                    "normalises over each batch (Ioffe and Szegedy), channel by channel; behind conv and dense the sums, before their activation")
    record BatchNorm() implements ImageLayer {}

    private static void requirePair(String word, List<Integer> size) {
        if (size.isEmpty() || size.size() > 2) {
            throw new IllegalArgumentException("the size of " + word + " is one number or two, found " + size.size());
        }
    }

    private static Window window(List<Integer> size, int stride, Padding padding) {
        return new Window(size.get(0), size.get(size.size() - 1), stride, padding);
    }
}
