package hep.winnow.onnx.proto;

import java.nio.ByteBuffer;
import java.util.List;

/** Reads a {@code TensorProto} whose numbers are raw bytes. */
final class TensorReader {
    private TensorReader() {}

    static TensorData read(ProtoReader tensor) {
        String name = tensor.text(8);
        long code = tensor.whole(2, 0);
        ElementType type = ElementType.of(code)
                .orElseThrow(() -> new IllegalArgumentException(
                        "constant '" + name + "' is of " + ElementType.name(code) + ", which is not understood"));
        List<Long> dims = tensor.wholes(1);
        ByteBuffer raw = tensor.last(9)
                .orElseThrow(() -> new IllegalArgumentException("constant '" + name + "' has no raw data"))
                .run();
        if (raw.remaining() % type.bytes() != 0) {
            throw new IllegalArgumentException("constant '" + name + "' is cut off");
        }
        double[] values = new double[raw.remaining() / type.bytes()];
        for (int i = 0; i < values.length; i++) {
            values[i] = switch (type) {
                case FLOAT -> raw.getFloat();
                case DOUBLE -> raw.getDouble();
                case INT64 -> raw.getLong();
                case BOOL -> raw.get();
            };
        }
        return new TensorData(name, type, dims, values);
    }
}
