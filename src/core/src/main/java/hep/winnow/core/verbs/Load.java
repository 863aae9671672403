package hep.winnow.core.verbs;

import hep.winnow.api.step.Declaration;
import hep.winnow.api.step.InputFile;
import hep.winnow.api.step.Named;
import hep.winnow.api.step.Operand;
import hep.winnow.api.step.Option;
import hep.winnow.api.step.Verb;
import hep.winnow.core.lang.Expr;
import java.util.List;
import java.util.Optional;

/** {@code load nn from "nn.wnm"}: a model of an earlier run, or of another program. */
@Verb(
        value = "load",
        doc = "Loads a model: a file of 'save', or of another program that a plugin reads, such as a weight file of"
                + " TMVA; 'winnow plugins' lists them. Its inputs are found by name among columns and defines, or"
                + " computed from the columns that it names. A model of another program scores as it does there, or"
                + " is refused.",
        examples = {
            "load nn from \"nn.wnm\"",
            "load bdt from \"TMVAClassification_BDT.weights.xml\"",
            "load bdt from \"higgs.json\" inputs=[mll, ptll, met/GeV]",
            "load bdt from \"bdt.weights.xml\" inputs=[pt1 = l1_pt, pt2 = l2_pt]"
        },
        alsoKnownAs = {"load_model", "import_model", "book_mva", "bookmva"})
public record Load(
        @Named(doc = "the model") String name,

        @Operand(keyword = "from", doc = "the model file, relative to the macro")
        InputFile from,

        @Option(
                doc = "what the model's inputs are here: all of them in the order of the training, or some by name, as"
                        + " in [pt1 = l1_pt]; needed where the file does not name them",
                alsoKnownAs = {"vars", "variables", "features", "columns"})
        List<Expr> inputs,

        @Option(
                doc = "which output of a model of another program is its score, by name or by number from 0; all of"
                        + " them if not given",
                alsoKnownAs = {"outputs", "node"})
        Optional<Expr> output,

        @Option(
                doc = "names of the classes of a model of another program, in the order of its outputs; background and"
                        + " signal of a separation",
                alsoKnownAs = {"labels"})
        List<String> classes,

        @Option(
                doc = "in which of several ways a model of another program is scored: class is the C++ class that TMVA"
                        + " writes beside a weight file, in place of its Reader")
        Optional<String> variant)
        implements Declaration {
    public Load {
        inputs = List.copyOf(inputs);
        classes = List.copyOf(classes);
    }
}
