package hep.winnow.imports.keras.net;

import hep.winnow.api.graph.Graph;
import hep.winnow.api.graph.Precision;
import hep.winnow.kernels.FloatMatrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Operations, each on what earlier ones made; node 0 is the event. Immutable. */
public final class Net {
    private final int inputs;
    private final List<Node> nodes;

    private Net(int inputs, List<Node> nodes) {
        this.inputs = inputs;
        this.nodes = List.copyOf(nodes);
    }

    private record Node(Op op, int[] arguments) {}

    /** Returns how many numbers an event has. */
    public int inputs() {
        return inputs;
    }

    /** Returns how many numbers come out: those of the last operation. */
    public int outputs() {
        return width(nodes.size());
    }

    /** Returns how many fitted numbers it holds. */
    public int parameters() {
        return nodes.stream().mapToInt(n -> n.op.parameters()).sum();
    }

    private int width(int node) {
        return node == 0 ? inputs : nodes.get(node - 1).op.width();
    }

    /** Returns how many numbers an event has at all nodes together. */
    long numbers() {
        long sum = 0;
        for (int node = 0; node <= nodes.size(); node++) {
            sum += width(node);
        }
        return sum;
    }

    /** Puts a net together. */
    public static final class Builder {
        private final int inputs;
        private final List<Node> nodes = new ArrayList<>();

        /** Begins one for events of so many numbers. */
        public Builder(int inputs) {
            this.inputs = inputs;
        }

        /** Adds an operation, and returns its node. */
        public int add(Op op, int... arguments) {
            nodes.add(new Node(op, arguments));
            return nodes.size();
        }

        /** Returns the net; what comes out is what the operation that was added last makes. */
        public Net build() {
            return new Net(inputs, nodes);
        }
    }

    /** Returns what comes out for one event, in doubles. */
    double[] one(double[] event) {
        double[][] values = new double[nodes.size() + 1][];
        values[0] = event;
        for (int n = 0; n < nodes.size(); n++) {
            Node node = nodes.get(n);
            double[] out = new double[node.op.width()];
            node.op.one(Arrays.stream(node.arguments).mapToObj(a -> values[a]).toArray(double[][]::new), out);
            values[n + 1] = out;
        }
        return values[nodes.size()];
    }

    /** Returns what it computes as a graph; empty if one of its operations has no form there. */
    Optional<Graph> graph(Precision precision) {
        Graph.Builder graph = Graph.of(inputs, precision);
        Sink sink = new Sink(graph, precision);
        int[] places = new int[nodes.size() + 1];
        for (int n = 0; n < nodes.size(); n++) {
            int[] arguments =
                    Arrays.stream(nodes.get(n).arguments).map(a -> places[a]).toArray();
            OptionalInt added = nodes.get(n).op.add(sink, arguments);
            if (added.isEmpty()) {
                return Optional.empty();
            }
            places[n + 1] = added.getAsInt();
        }
        return Optional.of(graph.build());
    }

    /** Makes buffers of one thread for blocks of up to {@code capacity} events. */
    Pass pass(int capacity) {
        return new Pass(this, capacity);
    }

    private int uses(int node) {
        int uses = node == nodes.size() ? 1 : 0;
        for (Node other : nodes) {
            for (int argument : other.arguments) {
                uses += argument == node ? 1 : 0;
            }
        }
        return uses;
    }

    /** The way of blocks of events through a net, in floats. */
    static final class Pass {
        private final int capacity;
        private final FloatMatrix event;
        private final FloatMatrix last;
        private final List<Op.Work> works = new ArrayList<>();
        private final List<List<FloatMatrix>> arguments = new ArrayList<>();
        private final List<FloatMatrix> results = new ArrayList<>();

        private Pass(Net net, int capacity) {
            this.capacity = capacity;
            this.event = new FloatMatrix(capacity, net.inputs);
            List<FloatMatrix> values = new ArrayList<>(List.of(event));
            for (Node node : net.nodes) {
                List<FloatMatrix> in =
                        Arrays.stream(node.arguments).mapToObj(values::get).toList();
                boolean isOver = node.op.isInPlace() && net.uses(node.arguments[0]) == 1;
                FloatMatrix out = isOver ? in.get(0) : new FloatMatrix(capacity, node.op.width());
                works.add(node.op.work(capacity));
                arguments.add(in);
                results.add(out);
                values.add(out);
            }
            this.last = values.get(values.size() - 1);
        }

        int capacity() {
            return capacity;
        }

        /** Returns where events go, a row each; they may be written over. */
        FloatMatrix event() {
            return event;
        }

        /** Returns what comes out for the first {@code rows} events. */
        FloatMatrix forward(int rows) {
            for (int n = 0; n < works.size(); n++) {
                works.get(n).block(arguments.get(n), rows, results.get(n));
            }
            return last;
        }
    }
}
