package hep.winnow.neural.gan;

import hep.winnow.api.graph.Graph;
import hep.winnow.api.graph.Operation;
import hep.winnow.api.graph.Precision;
import hep.winnow.api.learn.GenerativeModel;
import hep.winnow.api.learn.ModelState;
import hep.winnow.api.learn.Tensor;
import hep.winnow.api.random.RandomStream;
import hep.winnow.kernels.FloatMatrix;
import hep.winnow.neural.layer.Network;
import hep.winnow.neural.layer.Parameters;
import hep.winnow.neural.layer.ScoringPass;
import hep.winnow.neural.loss.Head;
import hep.winnow.neural.model.BufferPool;
import hep.winnow.neural.model.NetworkModel;
import hep.winnow.neural.model.NetworkReader;
import hep.winnow.neural.model.Summary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A trained pair of networks. Its score is the discriminator's probability that an event is a made one. */
final class GanModel implements GenerativeModel {
    private static final int BLOCK = 256;
    private static final String MAKER = "generator.";
    private static final String JUDGE = "discriminator.";

    private final NetworkModel generator;
    private final NetworkModel discriminator;
    private final BufferPool<ScoringPass> passes;

    /** Makes a model; the parameters are handed over. */
    GanModel(Network generator, Parameters making, Network discriminator, Parameters judging) {
        this(
                new NetworkModel(Gan.LEARNER, generator, making, new Head.Linear(0, 1)),
                new NetworkModel(Gan.LEARNER, discriminator, judging, new Head.Sigmoid()));
    }

    private GanModel(NetworkModel generator, NetworkModel discriminator) {
        this.generator = generator;
        this.discriminator = discriminator;
        this.passes = new BufferPool<>(() -> new ScoringPass(generator.network(), BLOCK));
    }

    /** Returns the model of that state. */
    static GanModel read(ModelState state) {
        return new GanModel(part(state, MAKER), part(state, JUDGE));
    }

    @Override
    public int inputs() {
        return discriminator.inputs();
    }

    @Override
    public int outputs() {
        return 1;
    }

    @Override
    public void score(float[] x, int rows, double[] out) {
        discriminator.score(x, rows, out);
        for (int i = 0; i < rows; i++) {
            out[i] = 1 - out[i];
        }
    }

    /** {@inheritDoc} They are made one by one from the stream, so that fewer are the beginning of more. */
    @Override
    public void generate(RandomStream random, int rows, float[] x) {
        ScoringPass pass = passes.take();
        int latent = generator.inputs();
        for (int first = 0; first < rows; first += BLOCK) {
            int count = Math.min(BLOCK, rows - first);
            for (int i = 0; i < count; i++) {
                float[] z = pass.input().row(i);
                for (int k = 0; k < latent; k++) {
                    z[k] = (float) random.nextGaussian();
                }
            }
            FloatMatrix made = pass.forward(generator.numbers(), count);
            for (int i = 0; i < count; i++) {
                System.arraycopy(made.row(i), 0, x, (first + i) * inputs(), inputs());
            }
        }
        passes.giveBack(pass);
    }

    @Override
    public Optional<Graph> graph() {
        Graph.Builder graph = Graph.of(inputs(), Precision.FLOAT);
        int real = graph.addAll(discriminator.graph().orElseThrow(), graph.input());
        graph.add(Operation.Scale.of(-1, 1), Precision.DOUBLE, real);
        return Optional.of(graph.build());
    }

    @Override
    public int parameters() {
        return generator.parameters() + discriminator.parameters();
    }

    @Override
    public ModelState state() {
        Map<String, Object> settings = new HashMap<>();
        List<Tensor> tensors = new ArrayList<>();
        keep(MAKER, generator.state(), settings, tensors);
        keep(JUDGE, discriminator.state(), settings, tensors);
        return new ModelState(Gan.LEARNER, settings, tensors);
    }

    private static void keep(String prefix, ModelState state, Map<String, Object> settings, List<Tensor> tensors) {
        state.settings().forEach((name, value) -> settings.put(prefix + name, value));
        for (Tensor t : state.tensors()) {
            tensors.add(new Tensor(prefix + t.name(), t.shape(), t.values(), t.isFloat()));
        }
    }

    private static NetworkModel part(ModelState state, String prefix) {
        Map<String, Object> settings = new HashMap<>();
        state.settings().forEach((name, value) -> {
            if (name.startsWith(prefix)) {
                settings.put(name.substring(prefix.length()), value);
            }
        });
        List<Tensor> tensors = state.tensors().stream()
                .filter(t -> t.name().startsWith(prefix))
                .map(t -> new Tensor(t.name().substring(prefix.length()), t.shape(), t.values(), t.isFloat()))
                .toList();
        return (NetworkModel) new NetworkReader(Gan.LEARNER).read(new ModelState(Gan.LEARNER, settings, tensors));
    }

    @Override
    public String describe(List<String> inputs) {
        return "generator\n" + Summary.of(generator.network(), "an event")
                + "discriminator\n" + Summary.of(discriminator.network(), "the probability that an event is real")
                + "inputs: " + Summary.names(inputs) + "\n";
    }
}
