package hep.winnow.onnx.proto;

import java.util.List;
import java.util.Optional;

/**
 * An input or output of a graph.
 *
 * @param name of the value
 * @param type of its numbers, a {@code TensorProto.DataType}; 0 for what is no tensor
 * @param dims extents, each a number if it is fixed; empty if the file tells none
 */
public record ValueInfo(String name, long type, Optional<List<Optional<Long>>> dims) {
    /** Returns one of events x {@code columns}, of any number of events. */
    public static ValueInfo events(String name, ElementType type, long columns) {
        return new ValueInfo(name, type.code(), Optional.of(List.of(Optional.empty(), Optional.of(columns))));
    }
}
