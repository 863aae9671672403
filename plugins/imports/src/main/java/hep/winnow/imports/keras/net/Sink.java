package hep.winnow.imports.keras.net;

import hep.winnow.api.graph.Graph;
import hep.winnow.api.graph.Operation;
import hep.winnow.api.graph.Precision;
import java.util.OptionalInt;

/**
 * A graph that a net is added to.
 *
 * @param graph to which
 * @param precision of all of it
 */
record Sink(Graph.Builder graph, Precision precision) {
    /** Adds an operation. */
    OptionalInt add(Operation operation, int... arguments) {
        return OptionalInt.of(graph.add(operation, precision, arguments));
    }

    /** Adds an operation on what another made. */
    OptionalInt then(OptionalInt node, Operation operation) {
        return add(operation, node.orElseThrow());
    }
}
