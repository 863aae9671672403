package hep.winnow.onnx.proto;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A model in the format of <a href="https://onnx.ai/onnx/repo-docs/IR.html">ONNX</a>: what we write and read of it.
 *
 * @param producer the program that wrote it, and its version
 * @param opset version of the standard operators; 0 if it names none
 * @param domains of all operators, the standard one as an empty text
 * @param nodes in the order in which they are carried out
 * @param constants numbers that do not depend on the event
 * @param inputs of the graph, without constants
 * @param outputs of the graph
 * @param metadata keys and texts
 */
public record OnnxFile(
        String producer,
        long opset,
        List<String> domains,
        List<OnnxNode> nodes,
        List<TensorData> constants,
        List<ValueInfo> inputs,
        List<ValueInfo> outputs,
        Map<String, String> metadata) {
    /** Version 8 of the format, of January 2022, is read by all programs of today. */
    private static final long IR_VERSION = 8;

    public OnnxFile {
        domains = List.copyOf(domains);
        nodes = List.copyOf(nodes);
        constants = List.copyOf(constants);
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
    }

    /** Returns the bytes of the file. */
    public byte[] toBytes(String version, String graphName, String doc) {
        ProtoWriter graph = new ProtoWriter();
        nodes.forEach(n -> graph.message(1, node(n)));
        graph.text(2, graphName);
        constants.forEach(c -> graph.message(5, tensor(c)));
        graph.text(10, doc);
        inputs.forEach(i -> graph.message(11, value(i)));
        outputs.forEach(o -> graph.message(12, value(o)));
        ProtoWriter model = new ProtoWriter()
                .number(1, IR_VERSION)
                .text(2, producer)
                .text(3, version)
                .text(6, doc)
                .message(7, graph)
                .message(8, new ProtoWriter().text(1, "").number(2, opset));
        metadata.forEach(
                (key, text) -> model.message(14, new ProtoWriter().text(1, key).text(2, text)));
        return model.toBytes();
    }

    private static ProtoWriter node(OnnxNode node) {
        ProtoWriter out = new ProtoWriter();
        node.inputs().forEach(i -> out.text(1, i));
        node.outputs().forEach(o -> out.text(2, o));
        out.text(3, node.outputs().get(0)).text(4, node.operator());
        node.attributes().forEach((name, value) -> out.message(5, attribute(name, value)));
        return out;
    }

    private static ProtoWriter attribute(String name, Object value) {
        ProtoWriter out = new ProtoWriter().text(1, name);
        if (value instanceof Long whole) {
            return out.number(3, whole).number(20, 2);
        }
        if (value instanceof Float real) {
            return out.real(2, real).number(20, 1);
        }
        ((List<?>) value).forEach(v -> out.number(8, (Long) v));
        return out.number(20, 7);
    }

    private static ProtoWriter tensor(TensorData tensor) {
        ProtoWriter out = new ProtoWriter();
        tensor.dims().forEach(d -> out.number(1, d));
        int size = tensor.values().length * tensor.type().bytes();
        ByteBuffer raw = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        for (double v : tensor.values()) {
            switch (tensor.type()) {
                case FLOAT -> raw.putFloat((float) v);
                case DOUBLE -> raw.putDouble(v);
                case INT64 -> raw.putLong((long) v);
                case BOOL -> raw.put((byte) v);
            }
        }
        return out.number(2, tensor.type().code()).text(8, tensor.name()).bytes(9, raw.array());
    }

    private static ProtoWriter value(ValueInfo value) {
        ProtoWriter shape = new ProtoWriter();
        value.dims().orElse(List.of()).forEach(dim -> {
            ProtoWriter one = new ProtoWriter();
            dim.ifPresentOrElse(d -> one.number(1, d), () -> one.text(2, "events"));
            shape.message(1, one);
        });
        ProtoWriter tensor = new ProtoWriter().number(1, value.type()).message(2, shape);
        return new ProtoWriter().text(1, value.name()).message(2, new ProtoWriter().message(1, tensor));
    }

    /**
     * Reads a file as a whole.
     *
     * @throws IllegalArgumentException if it is damaged, or is not one of ours and has constants of types that we do not know
     */
    public static OnnxFile read(byte[] bytes) {
        return read(bytes, true);
    }

    /** Reads a file without its operators and constants: what it takes and gives, and what it says of itself. */
    public static OnnxFile readOutside(byte[] bytes) {
        return read(bytes, false);
    }

    /** Returns how many numbers the constants of a file have; at most what an int holds. */
    public static int numbers(byte[] bytes) {
        ProtoReader model = new ProtoReader(ByteBuffer.wrap(bytes));
        double count = 0;
        for (ProtoReader.Field graph : model.all(7)) {
            for (ProtoReader.Field constant : graph.message().all(5)) {
                double size = 1;
                for (long dim : constant.message().wholes(1)) {
                    size *= dim;
                }
                count += size;
            }
        }
        return (int) Math.min(Integer.MAX_VALUE, count);
    }

    private static OnnxFile read(byte[] bytes, boolean isWhole) {
        ProtoReader model = new ProtoReader(ByteBuffer.wrap(bytes));
        ProtoReader graph = model.last(7)
                .orElseThrow(() -> new IllegalArgumentException("it has no graph"))
                .message();
        List<String> domains = new ArrayList<>();
        long opset = 0;
        for (ProtoReader.Field field : model.all(8)) {
            ProtoReader set = field.message();
            domains.add(set.text(1));
            opset = set.text(1).isEmpty() || set.text(1).equals("ai.onnx") ? set.whole(2, 0) : opset;
        }
        Map<String, String> metadata = new LinkedHashMap<>();
        for (ProtoReader.Field field : model.all(14)) {
            ProtoReader entry = field.message();
            metadata.put(entry.text(1), entry.text(2));
        }
        Set<String> constants =
                graph.all(5).stream().map(f -> f.message().text(8)).collect(Collectors.toSet());
        return new OnnxFile(
                (model.text(2) + " " + model.text(3)).trim(),
                opset,
                domains,
                isWhole ? graph.all(1).stream().map(f -> readNode(f.message())).toList() : List.of(),
                isWhole
                        ? graph.all(5).stream()
                                .map(f -> TensorReader.read(f.message()))
                                .toList()
                        : List.of(),
                graph.all(11).stream()
                        .map(f -> readValue(f.message()))
                        .filter(v -> !constants.contains(v.name()))
                        .toList(),
                graph.all(12).stream().map(f -> readValue(f.message())).toList(),
                metadata);
    }

    private static OnnxNode readNode(ProtoReader node) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        for (ProtoReader.Field field : node.all(5)) {
            ProtoReader attribute = field.message();
            long type = attribute.whole(20, 0);
            if (type == 1) {
                attributes.put(
                        attribute.text(1),
                        attribute.last(2).map(ProtoReader.Field::real).orElse(0f));
            } else if (type == 2) {
                attributes.put(attribute.text(1), attribute.whole(3, 0));
            } else if (type == 7) {
                attributes.put(attribute.text(1), attribute.wholes(8));
            }
        }
        return new OnnxNode(
                node.text(4),
                node.all(1).stream().map(ProtoReader.Field::text).toList(),
                node.all(2).stream().map(ProtoReader.Field::text).toList(),
                attributes);
    }

    private static ValueInfo readValue(ProtoReader value) {
        Optional<ProtoReader> tensor = value.last(2)
                .map(ProtoReader.Field::message)
                .flatMap(t -> t.last(1))
                .map(ProtoReader.Field::message);
        Optional<List<Optional<Long>>> dims = tensor.flatMap(t -> t.last(2))
                .map(shape -> shape.message().all(1).stream()
                        .map(d -> d.message().last(1).map(ProtoReader.Field::whole))
                        .toList());
        return new ValueInfo(value.text(1), tensor.map(t -> t.whole(1, 0)).orElse(0L), dims);
    }
}
