package hep.winnow.onnx.write;

import hep.winnow.api.learn.InputLayout;
import hep.winnow.api.learn.ModelContract;
import hep.winnow.onnx.proto.ElementType;
import hep.winnow.onnx.proto.OnnxFile;
import hep.winnow.onnx.proto.ValueInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A contract as an ONNX file: one graph from the inputs as they are to the scores. */
public final class OnnxModel {
    /** Name of the input that is a matrix. */
    public static final String MATRIX = "inputs";

    private static final long OPSET = 17;
    private static final Map<String, Object> ACROSS = Map.of("axis", 1L);

    private OnnxModel() {}

    /**
     * Returns the file of a model.
     *
     * @param type of inputs and outputs: FLOAT or DOUBLE
     */
    public static OnnxFile of(ModelContract model, InputLayout layout, ElementType type) {
        OnnxBuilder out = new OnnxBuilder();
        List<ValueInfo> inputs = new ArrayList<>();
        String all = MATRIX;
        if (layout == InputLayout.MATRIX) {
            inputs.add(ValueInfo.events(MATRIX, type, model.inputs().size()));
        } else {
            model.inputNames().forEach(name -> inputs.add(ValueInfo.events(name, type, 1)));
            all = out.add("Concat", ACROSS, model.inputNames().toArray(String[]::new));
        }
        String scores = Translation.of(out, model.graph(), all, type);
        if (type == ElementType.FLOAT) {
            scores = out.cast(scores, type);
        }
        List<ValueInfo> outputs = outputs(out, model, scores, type);
        return new OnnxFile(
                "winnow", OPSET, List.of(""), out.nodes(), out.constants(), inputs, outputs, Metadata.of(model));
    }

    /** The main outputs are one value of the model's name, each further one is a value of its own. */
    private static List<ValueInfo> outputs(OnnxBuilder out, ModelContract model, String scores, ElementType type) {
        int main = model.mainOutputs();
        int count = model.graph().outputs();
        List<ValueInfo> infos = new ArrayList<>(List.of(ValueInfo.events(model.name(), type, main)));
        if (main == count) {
            out.add("Identity", Map.of(), List.of(model.name()), scores);
            return infos;
        }
        long[] first = IntStream.range(0, main).asLongStream().toArray();
        out.add("Gather", ACROSS, List.of(model.name()), scores, out.wholes(first));
        for (int k = main; k < count; k++) {
            String name = model.outputNames().get(k);
            out.add("Gather", ACROSS, List.of(name), scores, out.wholes(k));
            infos.add(ValueInfo.events(name, type, 1));
        }
        return infos;
    }
}
