package hep.winnow.api.learn;

import hep.winnow.api.graph.Precision;
import hep.winnow.api.step.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a model is written for other programs. A {@link ModelWriter} says which of these it knows; what is not given is the writer's to choose.
 *
 * @param layout how inputs are asked for
 * @param type numbers of inputs and outputs
 * @param pack package or namespace of code
 */
public record ExportOptions(
        @Option(
                doc =
                        "ONNX: each input by its name, or all in one matrix; columns if not given, and matrix from 257 inputs on",
                alsoKnownAs = {"inputs", "input_layout"})
        Optional<InputLayout> layout,

        @Option(
                doc = "ONNX: numbers of inputs and outputs; float if not given",
                alsoKnownAs = {"dtype", "precision"})
        Optional<Precision> type,

        @Option(
                name = "package",
                doc = "code: the package of a Java class, or the namespace of C++, such as \"hep.cuts\"",
                alsoKnownAs = {"namespace"})
        Optional<String> pack) {
    /** Returns what leaves all to the writer. */
    public static ExportOptions none() {
        return new ExportOptions(Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Returns the names of those that are given. */
    public List<String> given() {
        List<String> names = new ArrayList<>();
        layout.ifPresent(l -> names.add("layout"));
        type.ifPresent(t -> names.add("type"));
        pack.ifPresent(p -> names.add("package"));
        return names;
    }
}
