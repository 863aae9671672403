package hep.winnow.neural.model;

import hep.winnow.api.graph.Function;
import hep.winnow.api.graph.Graph;
import hep.winnow.api.graph.Operation;
import hep.winnow.api.graph.Precision;
import hep.winnow.api.learn.Model;
import hep.winnow.api.learn.ModelState;
import hep.winnow.api.learn.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Several networks of one shape: each output is the mean of theirs, and behind them stands the spread: the standard deviation of the members' main output (with n - 1), for several main outputs the root of the mean
 * of their variances.
 */
public final class EnsembleModel implements Model {
    /** The name of its last output. */
    public static final String SPREAD = "spread";

    private static final String MEMBERS = "members";
    private static final int BLOCK = 256;

    private final List<NetworkModel> members;
    private final int given;
    private final int main;
    private final BufferPool<Buffers> pool;

    /** Makes a model of at least two members. */
    public EnsembleModel(List<NetworkModel> members) {
        if (members.size() < 2) {
            throw new IllegalArgumentException("an ensemble needs at least 2 members, found " + members.size());
        }
        this.members = List.copyOf(members);
        this.given = members.get(0).outputs();
        this.main = members.get(0).head().mainOutputs(members.get(0).network().outputs());
        this.pool = new BufferPool<>(() -> new Buffers(new float[BLOCK * inputs()], new double[BLOCK * given]));
    }

    private record Buffers(float[] x, double[] scores) {}

    @Override
    public int inputs() {
        return members.get(0).inputs();
    }

    @Override
    public int outputs() {
        return given + 1;
    }

    @Override
    public void score(float[] x, int rows, double[] out) {
        Buffers buffers = pool.take();
        for (int first = 0; first < rows; first += BLOCK) {
            int count = Math.min(BLOCK, rows - first);
            System.arraycopy(x, first * inputs(), buffers.x, 0, count * inputs());
            block(buffers, count, out, first * outputs());
        }
        pool.giveBack(buffers);
    }

    /** Means by Welford's way, the sum of squares of the main outputs in the place of the spread until the end. */
    private void block(Buffers buffers, int count, double[] out, int at) {
        Arrays.fill(out, at, at + count * outputs(), 0);
        for (int m = 0; m < members.size(); m++) {
            members.get(m).score(buffers.x, count, buffers.scores);
            for (int i = 0; i < count; i++) {
                int row = at + i * outputs();
                for (int j = 0; j < given; j++) {
                    double miss = buffers.scores[i * given + j] - out[row + j];
                    out[row + j] += miss / (m + 1);
                    double rest = buffers.scores[i * given + j] - out[row + j];
                    out[row + given] += j < main ? miss * rest : 0;
                }
            }
        }
        for (int i = 0; i < count; i++) {
            int spread = at + i * outputs() + given;
            out[spread] = Math.sqrt(out[spread] / main / (members.size() - 1));
        }
    }

    @Override
    public Optional<Graph> graph() {
        Graph.Builder graph = Graph.of(inputs(), Precision.FLOAT);
        int[] each = new int[members.size()];
        int sum = 0;
        for (int m = 0; m < each.length; m++) {
            each[m] = graph.addAll(members.get(m).graph().orElseThrow(), graph.input());
            sum = m == 0 ? each[0] : graph.add(new Operation.Add(), Precision.DOUBLE, sum, each[m]);
        }
        int mean = graph.add(Operation.Scale.of(1.0 / each.length, 0), Precision.DOUBLE, sum);
        int spread = spread(graph, each, mean);
        graph.add(new Operation.Join(), Precision.DOUBLE, mean, spread);
        return Optional.of(graph.build());
    }

    private int spread(Graph.Builder graph, int[] each, int mean) {
        int squares = 0;
        for (int m = 0; m < each.length; m++) {
            int miss = graph.add(new Operation.Subtract(), Precision.DOUBLE, each[m], mean);
            int square = graph.add(new Operation.Multiply(), Precision.DOUBLE, miss, miss);
            squares = m == 0 ? square : graph.add(new Operation.Add(), Precision.DOUBLE, squares, square);
        }
        double[] share = new double[given];
        Arrays.fill(share, 0, main, 1.0 / main / (each.length - 1));
        int variance = graph.add(new Operation.Dense(given, 1, share, new double[1]), Precision.DOUBLE, squares);
        return graph.add(new Operation.Apply(Function.SQRT, 0), Precision.DOUBLE, variance);
    }

    @Override
    public int parameters() {
        return members.stream().mapToInt(Model::parameters).sum();
    }

    @Override
    public ModelState state() {
        Map<String, Object> settings = new HashMap<>(members.get(0).state().settings());
        settings.put(MEMBERS, (long) members.size());
        List<Tensor> tensors = new ArrayList<>();
        for (int m = 0; m < members.size(); m++) {
            for (Tensor t : members.get(m).state().tensors()) {
                tensors.add(new Tensor(prefix(m) + t.name(), t.shape(), t.values(), t.isFloat()));
            }
        }
        return new ModelState(members.get(0).state().learner(), settings, tensors);
    }

    private static String prefix(int member) {
        return "member" + (member + 1) + ".";
    }

    /** Tells whether a state is one of an ensemble. */
    static boolean isOne(ModelState state) {
        return state.settings().containsKey(MEMBERS);
    }

    /** Returns the ensemble of that state. */
    static EnsembleModel read(ModelState state) {
        List<NetworkModel> members = new ArrayList<>();
        for (int m = 0; m < (int) state.number(MEMBERS); m++) {
            String prefix = prefix(m);
            List<Tensor> tensors = state.tensors().stream()
                    .filter(t -> t.name().startsWith(prefix))
                    .map(t -> new Tensor(t.name().substring(prefix.length()), t.shape(), t.values(), t.isFloat()))
                    .toList();
            members.add(NetworkState.read(new ModelState(state.learner(), state.settings(), tensors)));
        }
        return new EnsembleModel(members);
    }

    @Override
    public String describe(List<String> inputs) {
        return "ensemble of " + members.size() + " networks, each:\n"
                + members.get(0).describe(inputs);
    }
}
