package hep.winnow.core.verbs;

import hep.winnow.api.step.Declaration;
import hep.winnow.api.step.InputFile;
import hep.winnow.api.step.Named;
import hep.winnow.api.step.Operand;
import hep.winnow.api.step.Verb;

/** {@code load nn from "nn.wnm"}: a model of an earlier run. */
@Verb(
        value = "load",
        doc =
                "Loads a model file; its inputs are found by name among columns and defines, or computed from the columns that it names.",
        examples = "load nn from \"nn.wnm\"")
public record Load(
        @Named(doc = "the model") String name,

        @Operand(keyword = "from", doc = "the model file, relative to the macro")
        InputFile from)
        implements Declaration {}
