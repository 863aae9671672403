package hep.winnow.imports.keras;

import hep.winnow.api.graph.Precision;
import hep.winnow.api.learn.ForeignInput;
import hep.winnow.api.learn.ForeignModel;
import hep.winnow.api.run.Facts;
import hep.winnow.imports.json.JsonValue;
import hep.winnow.imports.keras.net.Join;
import hep.winnow.imports.keras.net.Net;
import hep.winnow.imports.keras.net.NetScorer;
import hep.winnow.imports.keras.net.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Makes a model of a file. */
final class KerasModel {
    private static final int MOST_INPUTS = 1 << 20;

    private final KerasFile file;
    private final LayerSpec model;

    KerasModel(KerasFile file) {
        this.file = file;
        this.model = LayerSpec.of(file.config());
    }

    /** An input of the model: the name of its layer, and its extents. */
    private record Input(String name, int[] shape) {}

    ForeignModel read() {
        if (!model.isModel()) {
            throw model.error("models of this class are not read", LayerReader.REBUILD);
        }
        List<Input> inputs = inputs();
        long numbers = inputs.stream().mapToLong(i -> Value.size(i.shape())).sum();
        if (numbers > MOST_INPUTS) {
            throw model.error(
                    "it takes " + numbers + " numbers of an event, more than " + MOST_INPUTS, "is it damaged?");
        }
        Precision precision = Precisions.of(model);
        Net.Builder net = new Net.Builder((int) numbers);
        Assembly assembly = new Assembly(new LayerReader(net, file, precision));
        List<Value> outputs = assembly.add(model, file.weights(), values(net, inputs));
        int[] widths = outputs.stream().mapToInt(Value::size).toArray();
        net.add(new Join(widths, 1), outputs.stream().mapToInt(Value::node).toArray());
        Meaning meaning = Meaning.of(outputs, outputNames(outputs.size()), file.loss());
        return new ForeignModel(
                model.className().toLowerCase(Locale.ROOT),
                "Keras " + file.version() + (file.backend().isEmpty() ? "" : ", " + file.backend()),
                meaning.task(),
                meaning.classes(),
                meaning.targets(),
                foreign(inputs),
                new NetScorer(net.build(), precision, meaning.threshold()),
                facts(inputs),
                List.of());
    }

    private static List<Value> values(Net.Builder net, List<Input> inputs) {
        List<Value> values = new ArrayList<>();
        int first = 0;
        for (Input input : inputs) {
            int size = Value.size(input.shape());
            int node = inputs.size() == 1 ? 0 : net.add(new Slice(first, size), 0);
            values.add(new Value(node, input.shape(), ""));
            first += size;
        }
        return values;
    }

    private List<String> outputNames(int count) {
        if (model.isSequential()) {
            return List.of(model.name());
        }
        List<String> names = new Wiring(model, model.layers())
                .outputs().stream().map(Wiring.Ref::layer).toList();
        return names.stream().distinct().count() == count
                ? names
                : java.util.stream.IntStream.range(0, count)
                        .mapToObj(k -> "output" + k)
                        .toList();
    }

    private List<Input> inputs() {
        if (model.isSequential()) {
            return List.of(new Input(model.name(), firstShape(model)));
        }
        Wiring wiring = new Wiring(model, model.layers());
        List<Input> inputs = new ArrayList<>();
        for (Wiring.Ref ref : wiring.inputs()) {
            LayerSpec layer = wiring.layer(model, ref.layer());
            JsonValue shape = layer.find("batch_shape", "batch_input_shape")
                    .orElseThrow(() -> layer.error("the file does not tell its shape", "save the model again"));
            inputs.add(new Input(layer.name(), atLeastOne(layer.extents(shape))));
        }
        return inputs;
    }

    /** The shape stands in the first layer, or in that of the first model; else it is told with the model, or follows from the weights. */
    private int[] firstShape(LayerSpec chain) {
        List<LayerSpec> layers = chain.layers();
        if (layers.isEmpty()) {
            throw chain.error("it has no layers", "save the model again after it was built");
        }
        LayerSpec first = layers.get(0);
        Optional<JsonValue> told = first.find("batch_shape", "batch_input_shape")
                .or(() -> chain.find("build_input_shape", "batch_input_shape"))
                .or(() -> chain.whole().find("build_config").flatMap(b -> b.find("input_shape")))
                .or(() -> first.whole().find("build_config").flatMap(b -> b.find("input_shape")));
        if (told.isPresent()) {
            return atLeastOne(first.extents(told.get()));
        }
        if (first.isSequential()) {
            return firstShape(first);
        }
        if (first.isModel()) {
            LayerSpec input = first.layers().stream()
                    .filter(LayerSpec::isInput)
                    .findFirst()
                    .orElse(first);
            JsonValue shape = input.find("batch_shape", "batch_input_shape")
                    .orElseThrow(() -> input.error("the file does not tell its shape", "save the model again"));
            return atLeastOne(input.extents(shape));
        }
        if (first.className().equals("Dense")) {
            Tensor kernel = file.weights().of(layers).tensors(0).get("kernel", 0);
            return new int[] {kernel.shape().length == 2 ? kernel.shape()[0] : 1};
        }
        throw first.error(
                "the file does not tell the shape of its input", "begin the model with an Input, and save it again");
    }

    /** An input without extents is one number. */
    private static int[] atLeastOne(int[] extents) {
        return extents.length == 0 ? new int[] {1} : extents;
    }

    /** An input that is one number has the name of its layer; the columns of a matrix have none, but where there are several it is told which they are of. */
    private static List<ForeignInput> foreign(List<Input> inputs) {
        List<ForeignInput> out = new ArrayList<>();
        for (Input input : inputs) {
            int size = Value.size(input.shape());
            for (int k = 0; k < size; k++) {
                out.add(
                        inputs.size() == 1
                                ? ForeignInput.unnamed(out.size())
                                : size == 1
                                        ? ForeignInput.named(input.name())
                                        : ForeignInput.unnamed(input.name() + " " + k));
            }
        }
        return out;
    }

    private Facts facts(List<Input> inputs) {
        return new Facts()
                .put("layers", model.layers().size())
                .put(
                        "input_shape",
                        inputs.stream().map(i -> Tensor.text(i.shape())).collect(Collectors.joining(", ")));
    }
}
