package hep.winnow.core.verbs;

import hep.winnow.api.learn.ExportOptions;
import hep.winnow.api.step.Declaration;
import hep.winnow.api.step.Inline;
import hep.winnow.api.step.ModelRef;
import hep.winnow.api.step.Operand;
import hep.winnow.api.step.OutputFile;
import hep.winnow.api.step.Verb;

/** {@code export nn to "nn.onnx"}: a model in a form that other programs take. */
@Verb(
        value = "export",
        doc =
                "Writes a model for other programs, with its transforms and its rule for missing values inside: .onnx, .java or .hpp, told by the file's ending. What is written is checked against the model's own scores.",
        examples = {
            "export nn to \"nn.onnx\"",
            "export nn to \"nn.onnx\" layout=matrix type=double",
            "export nn to \"Nn.java\" package=\"hep.cuts\"",
            "export nn to \"nn.hpp\""
        },
        alsoKnownAs = {"convert", "to_onnx"})
public record Export(
        @Operand(doc = "the model") ModelRef model,

        @Operand(keyword = "to", doc = "the file, in the out folder")
        OutputFile to,

        @Inline ExportOptions options)
        implements Declaration {}
