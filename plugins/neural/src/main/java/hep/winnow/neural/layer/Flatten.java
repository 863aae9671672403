package hep.winnow.neural.layer;

import hep.winnow.api.random.RandomStream;
import hep.winnow.kernels.FloatMatrix;

/** Makes a row of numbers of an image, pixel by pixel and within a pixel channel by channel. Nothing moves in memory. */
public record Flatten() implements Layer {
    @Override
    public Shape output(Shape input) {
        return Shape.flat(input.size());
    }

    @Override
    public String text() {
        return "flatten";
    }

    @Override
    public LayerPass pass(Site site) {
        return new FlattenPass(site);
    }

    private static final class FlattenPass extends LayerPass {
        FlattenPass(Site site) {
            super(site);
        }

        @Override
        FloatMatrix score(Parameters p, FloatMatrix input, int rows) {
            return input;
        }

        @Override
        FloatMatrix forward(Parameters p, FloatMatrix input, int rows, RandomStream random) {
            return input;
        }

        @Override
        FloatMatrix backward(Parameters p, FloatMatrix input, FloatMatrix delta, int rows, Parameters gradient) {
            return delta;
        }
    }
}
