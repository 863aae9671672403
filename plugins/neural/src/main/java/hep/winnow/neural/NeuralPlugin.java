package hep.winnow.neural;

import hep.winnow.api.Plugin;
import hep.winnow.api.learn.ModelReader;
import hep.winnow.api.step.Step;
import hep.winnow.neural.autoencoder.Autoencoder;
import hep.winnow.neural.autoencoder.AutoencoderReader;
import hep.winnow.neural.gan.Gan;
import hep.winnow.neural.gan.GanReader;
import hep.winnow.neural.model.NetworkReader;
import java.util.List;

/** Neural networks. */
public final class NeuralPlugin implements Plugin {
    @Override
    public String id() {
        return "neural";
    }

    @Override
    public String description() {
        return "neural networks: the multi-layer perceptron, the convolutional network, the autoencoder, the generative adversarial network";
    }

    @Override
    public List<Class<? extends Step>> steps() {
        return List.of(Mlp.class, Cnn.class, Autoencoder.class, Gan.class);
    }

    @Override
    public List<ModelReader> modelReaders() {
        return List.of(
                new NetworkReader(Mlp.LEARNER),
                new NetworkReader(Cnn.LEARNER),
                new AutoencoderReader(),
                new GanReader());
    }
}
