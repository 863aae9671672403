package hep.winnow.neural.autoencoder;

import hep.winnow.api.graph.Graph;
import hep.winnow.api.graph.Operation;
import hep.winnow.api.graph.Precision;
import hep.winnow.api.learn.ModelState;
import hep.winnow.api.learn.Tensor;
import hep.winnow.kernels.FloatMatrix;
import hep.winnow.neural.layer.Layer;
import hep.winnow.neural.layer.Network;
import hep.winnow.neural.layer.Parameters;
import hep.winnow.neural.layer.ScoringPass;
import hep.winnow.neural.loss.Head;
import hep.winnow.neural.model.BufferPool;
import hep.winnow.neural.model.NetworkModel;
import hep.winnow.neural.model.NetworkReader;
import hep.winnow.neural.model.Summary;
import hep.winnow.neural.model.Trained;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A trained autoencoder. Outputs: the reconstruction error, then the values at the bottleneck. */
final class AutoencoderModel implements Trained {
    private static final int BLOCK = 256;

    private final NetworkModel whole;
    private final double[] shares;
    private final Network encoder;
    private final Network decoder;
    private final Parameters encoding;
    private final Parameters decoding;
    private final BufferPool<Passes> single = new BufferPool<>(() -> new Passes(1));
    private final BufferPool<Passes> blocks = new BufferPool<>(() -> new Passes(BLOCK));

    /**
     * Makes a model.
     *
     * @param network encoder and decoder
     * @param encoderLayers number of layers up to the bottleneck
     * @param parameters of the network, handed over
     * @param shares of the inputs in the error, which sum to 1
     */
    AutoencoderModel(Network network, int encoderLayers, Parameters parameters, double[] shares) {
        this.whole = new NetworkModel(Autoencoder.LEARNER, network, parameters, new Head.Linear(0, 1));
        this.shares = shares.clone();
        List<Layer> layers = network.layers();
        this.encoder = new Network(network.shape(0), layers.subList(0, encoderLayers));
        this.decoder = new Network(network.shape(encoderLayers), layers.subList(encoderLayers, layers.size()));
        this.encoding = encoder.zeros();
        this.decoding = decoder.zeros();
        encoding.setFrom(parameters, 0);
        decoding.setFrom(parameters, encoderLayers);
    }

    /** Returns the model of that state. */
    static AutoencoderModel read(ModelState state) {
        NetworkModel network = (NetworkModel) new NetworkReader(Autoencoder.LEARNER).read(state);
        int encoderLayers = (int) state.number("encoder_layers");
        double[] shares = state.tensor("shares").values();
        if (shares.length != network.inputs()) {
            throw new IllegalArgumentException(
                    "there are " + shares.length + " shares, expected " + network.inputs() + " as many as inputs");
        }
        return new AutoencoderModel(network.network(), encoderLayers, network.numbers(), shares);
    }

    @Override
    public ModelState state() {
        ModelState state = whole.state();
        Map<String, Object> settings = new HashMap<>(state.settings());
        settings.put("encoder_layers", (long) encoder.layers().size());
        List<Tensor> tensors = new ArrayList<>(state.tensors());
        tensors.add(Tensor.doubles("shares", List.of(shares.length), shares));
        return new ModelState(Autoencoder.LEARNER, settings, tensors);
    }

    @Override
    public Parameters numbers() {
        return whole.numbers();
    }

    @Override
    public int inputs() {
        return encoder.inputs();
    }

    @Override
    public int outputs() {
        return 1 + encoder.outputs();
    }

    /** {@inheritDoc} Once each thread has scored a row and a block, nothing is allocated. */
    @Override
    public void score(float[] x, int rows, double[] out) {
        BufferPool<Passes> pool = rows == 1 ? single : blocks;
        Passes passes = pool.take();
        for (int first = 0; first < rows; first += passes.encode.capacity()) {
            int count = Math.min(passes.encode.capacity(), rows - first);
            score(passes, x, first, count, out);
        }
        pool.giveBack(passes);
    }

    private void score(Passes passes, float[] x, int first, int count, double[] out) {
        int codes = encoder.outputs();
        passes.encode.input().load(x, first * inputs(), count);
        FloatMatrix code = passes.encode.forward(encoding, count);
        for (int i = 0; i < count; i++) {
            int at = (first + i) * outputs();
            float[] row = code.row(i);
            for (int k = 0; k < codes; k++) {
                out[at + 1 + k] = row[k];
            }
            System.arraycopy(row, 0, passes.decode.input().row(i), 0, codes);
        }
        FloatMatrix made = passes.decode.forward(decoding, count);
        for (int i = 0; i < count; i++) {
            out[(first + i) * outputs()] = Reconstruction.error(made.row(i), x, (first + i) * inputs(), shares);
        }
    }

    @Override
    public Optional<Graph> graph() {
        Graph.Builder graph = Graph.of(inputs(), Precision.FLOAT);
        int code = graph.addAll(encoder.graph(encoding), graph.input());
        int made = graph.addAll(decoder.graph(decoding), code);
        int miss = graph.add(new Operation.Subtract(), Precision.DOUBLE, made, graph.input());
        int square = graph.add(new Operation.Multiply(), Precision.DOUBLE, miss, miss);
        int error =
                graph.add(new Operation.Dense(inputs(), 1, shares.clone(), new double[1]), Precision.DOUBLE, square);
        graph.add(new Operation.Join(), Precision.DOUBLE, error, code);
        return Optional.of(graph.build());
    }

    @Override
    public int parameters() {
        return whole.parameters();
    }

    @Override
    public String describe(List<String> inputs) {
        return Summary.of(whole.network(), "mean squared error of the inputs made again")
                + "bottleneck: " + encoder.outputs() + " of " + encoder.inputs() + " dimensions\n"
                + "inputs: " + Summary.names(inputs) + "\n";
    }

    /** Buffers of a thread. */
    private final class Passes {
        final ScoringPass encode;
        final ScoringPass decode;

        Passes(int capacity) {
            encode = new ScoringPass(encoder, capacity);
            decode = new ScoringPass(decoder, capacity);
        }
    }
}
