package hep.winnow.core.verbs;

import hep.winnow.api.step.Choice;
import hep.winnow.api.step.ColumnName;
import hep.winnow.api.step.Declaration;
import hep.winnow.api.step.InputFile;
import hep.winnow.api.step.Named;
import hep.winnow.api.step.Operand;
import hep.winnow.api.step.Option;
import hep.winnow.api.step.Verb;
import java.util.List;
import java.util.Optional;

/** {@code table sf from "sf.csv" keys=[pt, eta]}: a lookup table that formulas call. */
@Verb(
        value = "table",
        doc = "Reads a lookup table, such as scale factors, efficiencies or pile-up weights, that formulas call by"
                + " its keys: sf(l1_pt, abs(l1_eta)), also in weight= and factor=, and on lists. A key is two"
                + " columns of edges, pt_low and pt_high, with low <= x < high, or one column: whole numbers and"
                + " texts are matched exactly, other numbers at the nearest point. sf(...).error, .up and .down"
                + " are the error and the value shifted by it, sf(...).NAME any other column, sf(...).found tells"
                + " whether there is a row. Bins of a key may depend on the keys before it. A missing key gives a"
                + " missing value.",
        examples = {
            "table sf from \"sf.csv\" keys=[pt, eta]",
            "table pileup from \"pileup.csv\" keys=nvtx outside=0",
            "table trigger from \"eff.parquet\" keys=[era, pt] value=eff error=eff_err outside=clamp"
        },
        alsoKnownAs = {"lookup", "correction", "scale_factors"})
public record Table(
        @Named(doc = "the table, which is called by its keys")
        String name,

        @Operand(keyword = "from", doc = "its file, of any format that read knows, relative to the macro")
        InputFile from,

        @Option(
                doc = "what a row is looked up by, in the order of the arguments: NAME is the columns NAME_low and"
                        + " NAME_high, or the column NAME",
                required = true,
                alsoKnownAs = {"inputs", "axes", "by"})
        List<ColumnName> keys,

        @Option(
                doc = "the column that a call gives; if not given the column 'value', or that of the table's name,"
                        + " or the only one beside the keys",
                alsoKnownAs = {"content", "values"})
        Optional<ColumnName> value,

        @Option(
                doc = "the column of its error; if not given the column 'error', or VALUE_error or VALUE_err",
                alsoKnownAs = {"errors", "uncertainty"})
        Optional<ColumnName> error,

        @Option(
                doc = "what a call gives where the table has no row",
                value = "nan",
                alsoKnownAs = {"flow", "overflow", "out_of_range"})
        Outside outside,

        @Option(
                doc = "how numbers that are points find their value, whole ones too; linear goes between points or"
                        + " centres of bins",
                alsoKnownAs = {"method", "kind"})
        Optional<Interpolation> interpolation,

        @Option(doc = "which table of the file, where it holds several", alsoKnownAs = "tree")
        Optional<String> table)
        implements Declaration {
    public Table {
        keys = List.copyOf(keys);
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("a lookup table has at least one key, found none in keys=");
        }
        if (keys.stream().distinct().count() < keys.size()) {
            throw new IllegalArgumentException("keys= names a key twice");
        }
    }

    /** Tells whether values lie between those of rows. */
    public boolean isLinear() {
        return interpolation.isPresent() && interpolation.get() == Interpolation.LINEAR;
    }

    /** How numbers find their value among points. */
    public enum Interpolation {
        NEAREST,
        LINEAR
    }

    /** What stands in where there is no row. */
    public sealed interface Outside {}

    /** A missing value. */
    @Choice(
            value = "nan",
            doc = "a missing value, which cuts and histograms count, and weights refuse",
            alsoKnownAs = {"missing", "none"})
    public record Nothing() implements Outside {}

    /** The next bin. */
    @Choice(value = "clamp", doc = "the value of the bin next to it; keys that are matched exactly stay missing")
    public record Clamp() implements Outside {}

    /** The end of the run. */
    @Choice(
            value = "error",
            doc = "the run ends and names the event, also where a cut would drop it",
            alsoKnownAs = {"raise", "fail"})
    public record Fail() implements Outside {}

    /** A number. */
    @Choice(value = "", doc = "a number, without error")
    public record Otherwise(@Option(doc = "the number") double value) implements Outside {}
}
