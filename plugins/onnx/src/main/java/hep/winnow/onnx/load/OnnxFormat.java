package hep.winnow.onnx.load;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.learn.ForeignInput;
import hep.winnow.api.learn.ForeignModel;
import hep.winnow.api.learn.ModelContract;
import hep.winnow.api.learn.ModelFormat;
import hep.winnow.api.learn.Task;
import hep.winnow.api.run.Facts;
import hep.winnow.api.step.FirstBytes;
import hep.winnow.onnx.proto.OnnxFile;
import hep.winnow.onnx.proto.Seal;
import hep.winnow.onnx.write.Metadata;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads ONNX files: nets of numbers to numbers, events x inputs. One of ours brings its names, formulas and self-test along; of any other the macro says what its inputs are, unless each is a value of its own with a name.
 */
public final class OnnxFormat implements ModelFormat {
    private static final double TOLERANCE = 1e-5;

    /** Tags of the fields 2 to 8 that may come next, as characters. */
    private static final String SECOND_FIELDS = "\022\032\"(2:B";

    @Override
    public String name() {
        return "onnx";
    }

    @Override
    public String description() {
        return "ONNX files (*.onnx), scored by ONNX Runtime";
    }

    /** A file begins with the version of the format, a small number, and one of the fields that follow it. */
    @Override
    public boolean recognises(FirstBytes file) {
        byte[] bytes = file.bytes();
        return bytes.length > 2
                && bytes[0] == 8
                && bytes[1] > 0
                && bytes[1] < 32
                && SECOND_FIELDS.indexOf(bytes[2]) >= 0;
    }

    @Override
    public ForeignModel read(byte[] file) {
        if (Seal.isOurs(file) && !Seal.isWhole(file)) {
            throw UserError.data(
                    "it was changed after Winnow wrote it: its hash differs",
                    "copy it again, or export it anew; if another program changed it on purpose, remove the metadata 'winnow.…'");
        }
        try {
            return model(file, OnnxFile.readOutside(file));
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw UserError.data("it is damaged: " + e.getMessage(), "copy it again")
                    .because(e);
        }
    }

    private static ForeignModel model(byte[] bytes, OnnxFile file) {
        Metadata own = Metadata.of(file);
        Values inputs = Values.inputs(file);
        Values outputs = own.isThere() ? Values.outputs(file).first() : Values.outputs(file);
        RuntimeScorer scorer =
                RuntimeScorer.of(bytes, inputs, outputs, OnnxFile.numbers(bytes), own.isThere(), own.threshold());
        List<String> notes = new ArrayList<>(outputs.notes());
        if (own.isThere()) {
            check(own, scorer);
        }
        int count = outputs.width();
        boolean hasClasses = own.task() == Task.MULTICLASS || !own.isThere() && count > 1 && outputs.count() == 1;
        Task task = count == 1 ? own.task() : hasClasses ? Task.MULTICLASS : Task.REGRESSION;
        List<String> names = own.isThere() ? own.outputs().subList(0, count) : outputs.names();
        List<String> classes = hasClasses
                ? (own.isThere() ? own.classes() : numbers(count))
                : task == Task.BINARY ? List.of("background", "signal") : List.of();
        return new ForeignModel(
                "net",
                file.producer().isEmpty() ? "an unnamed program" : file.producer(),
                task,
                classes,
                task == Task.REGRESSION && count > 1 ? names : List.of(),
                own.isThere() ? own.foreignInputs() : foreign(inputs),
                scorer,
                new Facts().put("opset", file.opset()),
                notes);
    }

    private static List<String> numbers(int count) {
        List<String> names = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            names.add(String.valueOf(k));
        }
        return names;
    }

    /** A value that is one column has a name; the columns of a matrix have none. */
    private static List<ForeignInput> foreign(Values inputs) {
        List<ForeignInput> out = new ArrayList<>();
        for (Values.Value value : inputs.values()) {
            for (int k = 0; k < value.width(); k++) {
                boolean isNamed = value.width() == 1 && inputs.count() > 1;
                out.add(isNamed ? ForeignInput.named(value.name()) : ForeignInput.unnamed(out.size()));
            }
        }
        return out;
    }

    /** A file of ours must score here as the model did when it was exported. */
    private static void check(Metadata own, RuntimeScorer scorer) {
        List<double[]> found = new ArrayList<>();
        for (double[] event : own.testInputs()) {
            double[] out = new double[scorer.outputs()];
            scorer.score(event, 1, out);
            found.add(out);
        }
        List<double[]> expected = own.testScores().stream()
                .map(s -> java.util.Arrays.copyOf(s, scorer.outputs()))
                .toList();
        double difference = ModelContract.difference(expected, found);
        if (!(difference <= TOLERANCE)) {
            throw UserError.data(
                    "its self-test fails: ONNX Runtime gives scores that differ by " + difference,
                    "load the .wnm file instead, and report it");
        }
    }
}
