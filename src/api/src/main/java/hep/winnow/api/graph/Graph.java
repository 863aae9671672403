package hep.winnow.api.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a model computes of an event: operations, each on what earlier ones made. The same operations are done to every event. Immutable, and safe for several threads.
 */
public final class Graph {
    private final List<Node> nodes;

    private Graph(List<Node> nodes) {
        this.nodes = List.copyOf(nodes);
    }

    /**
     * An operation at its place.
     *
     * @param operation what is done
     * @param arguments indexes of the nodes whose numbers it takes, all smaller than its own
     * @param width how many numbers it makes
     * @param precision in which it is done
     */
    public record Node(Operation operation, List<Integer> arguments, int width, Precision precision) {
        public Node {
            arguments = List.copyOf(arguments);
        }
    }

    /** Returns the nodes; the first one is the input, and the only one, and the last one the output. */
    public List<Node> nodes() {
        return nodes;
    }

    /** Returns how many numbers an event has. */
    public int inputs() {
        return nodes.get(0).width();
    }

    /** Returns how many numbers come out. */
    public int outputs() {
        return nodes.get(nodes.size() - 1).width();
    }

    /** Carries out the operations for one event, number by number; slow, and the measure of all that is faster. Sums are in double. */
    public double[] evaluate(double... inputs) {
        return Evaluation.of(this, inputs);
    }

    /** Begins a graph whose input has {@code width} numbers. */
    public static Builder of(int width, Precision precision) {
        return new Builder(width, precision);
    }

    /** Puts a graph together. */
    public static final class Builder {
        private final List<Node> nodes = new ArrayList<>();

        private Builder(int width, Precision precision) {
            nodes.add(new Node(new Operation.Input(width), List.of(), width, precision));
        }

        /** Returns the index of the input. */
        public int input() {
            return 0;
        }

        /** Returns how many numbers a node makes. */
        public int width(int node) {
            return nodes.get(node).width();
        }

        /** Adds an operation and returns its index; throws {@link IllegalArgumentException} if its arguments do not fit. */
        public int add(Operation operation, Precision precision, int... arguments) {
            List<Integer> widths =
                    Arrays.stream(arguments).mapToObj(this::width).toList();
            nodes.add(
                    new Node(operation, Arrays.stream(arguments).boxed().toList(), operation.width(widths), precision));
            return nodes.size() - 1;
        }

        /** Adds the operations of another graph, with {@code argument} for its input, and returns the index of its output. */
        public int addAll(Graph other, int argument) {
            Node input = other.nodes.get(0);
            if (width(argument) != input.width()) {
                throw new IllegalArgumentException(
                        "a graph of " + input.width() + " inputs is given " + width(argument) + " numbers");
            }
            int[] places = new int[other.nodes.size()];
            places[0] = nodes.get(argument).precision() == input.precision()
                    ? argument
                    : add(new Operation.Convert(), input.precision(), argument);
            for (int i = 1; i < places.length; i++) {
                Node node = other.nodes.get(i);
                int[] arguments =
                        node.arguments().stream().mapToInt(a -> places[a]).toArray();
                places[i] = add(node.operation(), node.precision(), arguments);
            }
            return places[places.length - 1];
        }

        /** Returns the graph whose output is the node that was added last. */
        public Graph build() {
            return new Graph(nodes);
        }
    }
}
