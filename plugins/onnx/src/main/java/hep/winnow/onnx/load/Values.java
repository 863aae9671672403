package hep.winnow.onnx.load;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.onnx.proto.ElementType;
import hep.winnow.onnx.proto.OnnxFile;
import hep.winnow.onnx.proto.ValueInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The inputs or outputs of a net that are numbers of events.
 *
 * @param values in order
 * @param notes what was left out
 */
record Values(List<Value> values, List<String> notes) {
    Values {
        values = List.copyOf(values);
        notes = List.copyOf(notes);
    }

    /**
     * One of them: events x width.
     *
     * @param name of the value
     * @param type FLOAT or DOUBLE
     * @param width numbers per event
     * @param isFlat whether it has no second extent
     * @param batch how many events it takes at once; 0 for any number
     */
    record Value(String name, ElementType type, int width, boolean isFlat, int batch) {}

    int count() {
        return values.size();
    }

    int width() {
        return values.stream().mapToInt(Value::width).sum();
    }

    /** Returns how many events go at once: 0 for any number. */
    int batch() {
        return values.stream().mapToInt(Value::batch).max().orElse(0);
    }

    /** Returns the first value alone. */
    Values first() {
        String others = String.join(", ", names().subList(values.get(0).width(), width()));
        return count() == 1
                ? this
                : new Values(values.subList(0, 1), List.of("its further outputs are left out: " + others));
    }

    List<String> names() {
        List<String> names = new ArrayList<>();
        for (Value value : values) {
            for (int k = 0; k < value.width(); k++) {
                names.add(value.width() == 1 ? value.name() : value.name() + "_" + k);
            }
        }
        return names;
    }

    /** Returns all inputs; one that is not understood is an error. */
    static Values inputs(OnnxFile file) {
        List<Value> out = new ArrayList<>();
        for (ValueInfo info : file.inputs()) {
            String what = "input '" + info.name() + "'";
            ElementType type = type(info)
                    .orElseThrow(() -> UserError.data(
                            what + " is of " + ElementType.name(info.type()) + ", expected float32 or float64",
                            "let the net take numbers: cast inside it where it was made"));
            out.add(value(info, type, what));
        }
        if (out.isEmpty()) {
            throw UserError.data("it has no inputs", "");
        }
        return new Values(out, List.of());
    }

    /** Returns the outputs that are numbers; others, such as labels, are left out and told of. */
    static Values outputs(OnnxFile file) {
        List<Value> out = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        for (ValueInfo info : file.outputs()) {
            Optional<ElementType> type = type(info);
            if (type.isPresent()) {
                out.add(value(info, type.get(), "output '" + info.name() + "'"));
            } else {
                notes.add("its output '" + info.name() + "' is left out: it is of "
                        + (info.type() == 0 ? "no tensor" : ElementType.name(info.type())));
            }
        }
        if (out.isEmpty()) {
            throw UserError.data(
                    "none of its outputs are numbers: " + String.join("; ", notes),
                    "for a classifier of scikit-learn, convert it with zipmap=False");
        }
        return new Values(out, notes);
    }

    private static Optional<ElementType> type(ValueInfo info) {
        return ElementType.of(info.type()).filter(t -> t == ElementType.FLOAT || t == ElementType.DOUBLE);
    }

    private static Value value(ValueInfo info, ElementType type, String what) {
        List<Optional<Long>> dims =
                info.dims().orElseThrow(() -> UserError.data(what + " has no shape", "export the net with shapes"));
        if (dims.size() != 2 && dims.size() != 1) {
            throw UserError.data(
                    what + " is of the shape " + shape(dims) + ", expected events x numbers",
                    "images and sequences must come as rows: reshape inside the net where it was made");
        }
        long width = dims.size() == 1
                ? 1
                : dims.get(1)
                        .orElseThrow(
                                () -> UserError.data(
                                        what + " is of the shape " + shape(dims) + ": the number of columns is open",
                                        "export the net with a fixed number of columns; the number of events alone may be open"));
        long batch = dims.get(0).orElse(0L);
        if (batch != 0 && batch != 1 || width < 1 || width > 1 << 20) {
            throw UserError.data(
                    what + " is of the shape " + shape(dims) + ": the number of events must be open, or 1",
                    "export the net with a dynamic first axis (PyTorch: dynamic_axes)");
        }
        return new Value(info.name(), type, (int) width, dims.size() == 1, (int) batch);
    }

    private static String shape(List<Optional<Long>> dims) {
        return String.join(
                " x ",
                dims.stream().map(d -> d.map(String::valueOf).orElse("?")).toList());
    }
}
