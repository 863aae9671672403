package hep.winnow.neural.model;

import hep.winnow.api.graph.Graph;
import hep.winnow.api.graph.Precision;
import hep.winnow.api.learn.ModelState;
import hep.winnow.kernels.FloatMatrix;
import hep.winnow.kernels.PanelLayer;
import hep.winnow.neural.layer.Network;
import hep.winnow.neural.layer.PanelPass;
import hep.winnow.neural.layer.Parameters;
import hep.winnow.neural.layer.ScoringPass;
import hep.winnow.neural.loss.Head;
import java.util.List;
import java.util.Optional;

/** A trained network. */
public final class NetworkModel implements Trained {
    private static final int BLOCK = 256;

    private final String learner;
    private final Network network;
    private final Parameters parameters;
    private final Head head;
    private final BufferPool<ScoringPass> single;
    private final BufferPool<ScoringPass> blocks;
    private final Optional<BufferPool<PanelPass>> panels;

    /**
     * Makes a model.
     *
     * @param learner the kind of the learner that made it, whose {@link NetworkReader} reads it
     * @param parameters handed over
     */
    public NetworkModel(String learner, Network network, Parameters parameters, Head head) {
        this.learner = learner;
        this.network = network;
        this.parameters = parameters;
        this.head = head;
        this.single = new BufferPool<>(() -> new ScoringPass(network, 1));
        this.blocks = new BufferPool<>(() -> new ScoringPass(network, BLOCK));
        this.panels = PanelPass.isFor(network)
                ? Optional.of(new BufferPool<>(() -> new PanelPass(network, parameters)))
                : Optional.empty();
    }

    /** Returns its layers. */
    public Network network() {
        return network;
    }

    @Override
    public Parameters numbers() {
        return parameters;
    }

    /** Returns what makes scores of its outputs. */
    public Head head() {
        return head;
    }

    @Override
    public int inputs() {
        return network.inputs();
    }

    @Override
    public int outputs() {
        return head.outputs(network.outputs());
    }

    /** {@inheritDoc} Once each thread has scored a row and a block, nothing is allocated. */
    @Override
    public void score(float[] x, int rows, double[] out) {
        if (panels.isPresent() && PanelPass.pays()) {
            scorePanels(panels.get(), x, rows, out);
        } else {
            scoreRows(x, rows, out);
        }
    }

    private void scorePanels(BufferPool<PanelPass> pool, float[] x, int rows, double[] out) {
        PanelPass pass = pool.take();
        int n = network.outputs();
        int outputs = outputs();
        int first = 0;
        for (; rows - first >= PanelPass.FEW; first += PanelLayer.EVENTS) {
            int count = Math.min(PanelLayer.EVENTS, rows - first);
            pass.forward(x, first, count);
            if (head instanceof Head.Sigmoid) {
                PanelLayer.sigmoid(pass.firstSums(), count, out, first);
                continue;
            }
            for (int i = 0; i < count; i++) {
                head.score(pass.sums(i), n, out, (first + i) * outputs);
            }
        }
        for (; first < rows; first++) {
            head.score(pass.forwardOne(x, first), n, out, first * outputs);
        }
        pool.giveBack(pass);
    }

    private void scoreRows(float[] x, int rows, double[] out) {
        BufferPool<ScoringPass> pool = rows == 1 ? single : blocks;
        ScoringPass pass = pool.take();
        int n = network.outputs();
        int outputs = outputs();
        for (int first = 0; first < rows; first += pass.capacity()) {
            int count = Math.min(pass.capacity(), rows - first);
            pass.input().load(x, first * inputs(), count);
            FloatMatrix sums = pass.forward(parameters, count);
            for (int i = 0; i < count; i++) {
                head.score(sums.row(i), n, out, (first + i) * outputs);
            }
        }
        pool.giveBack(pass);
    }

    @Override
    public Optional<Graph> graph() {
        Graph sums = network.graph(parameters);
        Graph.Builder graph = Graph.of(inputs(), Precision.FLOAT);
        head.add(graph, graph.addAll(sums, graph.input()));
        return Optional.of(graph.build());
    }

    @Override
    public int parameters() {
        return parameters.count();
    }

    @Override
    public ModelState state() {
        return NetworkState.of(learner, network, parameters, head);
    }

    @Override
    public String describe(List<String> inputs) {
        return Summary.of(network, head.word()) + "inputs: " + Summary.names(inputs) + "\n";
    }
}
