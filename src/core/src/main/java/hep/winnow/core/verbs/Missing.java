package hep.winnow.core.verbs;

import hep.winnow.api.step.Choice;
import hep.winnow.api.step.ColumnName;
import hep.winnow.api.step.Declaration;
import hep.winnow.api.step.Operand;
import hep.winnow.api.step.Option;
import hep.winnow.api.step.Verb;
import java.util.List;

/** {@code missing [j1_pt] sentinel=-999 fill=median}: which values mean that there is none. */
@Verb(
        value = "missing",
        doc = "Says which values of columns mean that there is none, and what a learner gets in their place.",
        examples = {"missing [j1_pt, j1_eta] sentinel=-999 fill=median", "missing [tag] fill=0"},
        alsoKnownAs = {"impute", "fillna", "imputer", "fill_missing"})
public record Missing(
        @Operand(doc = "columns, of every sample that has them")
        List<ColumnName> columns,

        @Option(doc = "values that mean 'missing', besides an empty field and nan")
        List<Double> sentinel,

        @Option(
                doc = "what a learner gets for a missing value, fitted on the train part and kept in the model",
                value = "none",
                alsoKnownAs = {"strategy", "impute"})
        Fill fill)
        implements Declaration {
    /** What stands in for a missing value. */
    public sealed interface Fill {}

    /** Nothing: training on a missing value is an error. */
    @Choice(value = "none", doc = "nothing; a learner refuses missing values")
    public record None() implements Fill {}

    /** The median of the train part, by absolute weight. */
    @Choice(value = "median", doc = "the median of the train part")
    public record Median() implements Fill {}

    /** The mean of the train part, by absolute weight. */
    @Choice(value = "mean", doc = "the mean of the train part")
    public record Mean() implements Fill {}

    /** A number. */
    @Choice(value = "", doc = "a number")
    public record Value(@Option(doc = "the number") double value) implements Fill {}
}
