package hep.winnow.onnx;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.graph.Precision;
import hep.winnow.api.learn.ExportOptions;
import hep.winnow.api.learn.InputLayout;
import hep.winnow.api.learn.ModelContract;
import hep.winnow.api.learn.ModelWriter;
import hep.winnow.api.run.Facts;
import hep.winnow.api.text.Rounding;
import hep.winnow.onnx.check.Interpreter;
import hep.winnow.onnx.proto.ElementType;
import hep.winnow.onnx.proto.OnnxFile;
import hep.winnow.onnx.proto.Seal;
import hep.winnow.onnx.write.OnnxModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** Writes models as ONNX files. What was written is read again and carried out, and must give the scores of the model. */
final class OnnxModelWriter implements ModelWriter {
    /** From more inputs than these on, a matrix is what users want. */
    private static final int MOST_COLUMNS = 256;

    private static final double TOLERANCE = 1e-5;

    @Override
    public String name() {
        return "onnx";
    }

    @Override
    public String ending() {
        return ".onnx";
    }

    @Override
    public String description() {
        return "ONNX, for ONNX Runtime and other programs";
    }

    @Override
    public List<String> options() {
        return List.of("layout", "type");
    }

    @Override
    public Written write(Path path, String file, ModelContract model, ExportOptions options) throws IOException {
        boolean isWide = model.inputs().size() > MOST_COLUMNS;
        InputLayout layout = options.layout().orElse(isWide ? InputLayout.MATRIX : InputLayout.COLUMNS);
        boolean isDouble = options.type().equals(java.util.Optional.of(Precision.DOUBLE));
        ElementType type = isDouble ? ElementType.DOUBLE : ElementType.FLOAT;
        checkNames(model, layout);
        String doc = "A model of Winnow (" + model.learner() + "). Its metadata tell of inputs and outputs.";
        byte[] bytes = Seal.put(OnnxModel.of(model, layout, type).toBytes("1", model.name(), doc));
        Files.write(path, bytes);
        List<double[]> events = rounded(model.testInputs(), type);
        List<double[]> expected = events.stream().map(model.graph()::evaluate).toList();
        List<double[]> found = Interpreter.score(OnnxFile.read(Files.readAllBytes(path)), events);
        double difference = ModelContract.difference(expected, found);
        if (!(difference <= TOLERANCE)) {
            throw new IllegalStateException("the ONNX file of model '" + model.name() + "' gives scores that differ by "
                    + difference + " from its own");
        }
        double rounding = ModelContract.difference(model.testScores(), found);
        return new Written(
                OptionalDouble.of(rounding),
                new Facts()
                        .put("layout", layout.name().toLowerCase(Locale.ROOT))
                        .put("type", type.name().toLowerCase(Locale.ROOT))
                        .put("bytes", bytes.length),
                warnings(model, rounding));
    }

    private static List<String> warnings(ModelContract model, double rounding) {
        List<String> warnings = new ArrayList<>();
        if (!(rounding <= TOLERANCE)) {
            warnings.add("model '" + model.name() + "': inputs that are rounded to float change its scores by up to "
                    + Rounding.shortest(rounding, 2) + "; type=double keeps them as they are");
        }
        return warnings;
    }

    private static List<double[]> rounded(List<double[]> events, ElementType type) {
        return events.stream()
                .map(e -> Arrays.stream(e).map(type::round).toArray())
                .toList();
    }

    /** All values of a graph share one space of names. */
    private static void checkNames(ModelContract model, InputLayout layout) {
        List<String> inputs = layout == InputLayout.MATRIX ? List.of(OnnxModel.MATRIX) : model.inputNames();
        for (String output : model.outputNames()) {
            if (inputs.contains(output)) {
                throw UserError.macro(
                        "model '" + model.name() + "' has an input and an output of the name '" + output
                                + "', which an ONNX file cannot",
                        "call the model otherwise, or export it with layout="
                                + (layout == InputLayout.MATRIX ? "columns" : "matrix"));
            }
        }
    }
}
