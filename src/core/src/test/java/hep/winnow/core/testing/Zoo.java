package hep.winnow.core.testing;

import hep.winnow.api.run.StepContext;
import hep.winnow.api.step.Choice;
import hep.winnow.api.step.ColumnName;
import hep.winnow.api.step.Interval;
import hep.winnow.api.step.Option;
import hep.winnow.api.step.OutputFile;
import hep.winnow.api.step.TableStep;
import hep.winnow.api.step.Verb;
import java.util.List;
import java.util.Optional;

/** {@code zoo …}: an option of each kind. */
@Verb(value = "zoo", doc = "Takes options of all kinds.")
public record Zoo(
        @Option(doc = "a number", value = "0.5", min = 0, max = 1, aboveMin = true, belowMax = true, unit = "pb")
        double share,

        @Option(
                doc = "a whole number",
                value = "3",
                min = 1,
                alsoKnownAs = {"n_iter", "max_iter"})
        int rounds,

        @Option(doc = "a large one", value = "5") long big,
        @Option(doc = "a truth", value = "false") boolean isLoud,
        @Option(doc = "a text", value = "\"\"") String title,
        @Option(doc = "a word", value = "red") Colour colour,
        @Option(doc = "a choice", value = "plain") Shape shape,
        @Option(doc = "a range") Optional<Interval> range,
        @Option(doc = "numbers", min = 0) List<Double> edges,
        @Option(doc = "column names") List<ColumnName> names,
        @Option(doc = "a file") Optional<OutputFile> save,
        @Option(doc = "must be given", required = true) List<String> labels)
        implements TableStep {
    /** A word. */
    public enum Colour {
        RED,
        DARK_GREEN
    }

    /** A choice. */
    public sealed interface Shape {}

    /** Nothing more to say. */
    @Choice(value = "plain", doc = "without more")
    public record Plain() implements Shape {}

    /** With numbers. */
    @Choice(value = "round", doc = "with a radius")
    public record Round(
            @Option(doc = "radius", value = "1", min = 0) double radius,
            @Option(doc = "corners", value = "0") int corners)
            implements Shape {}

    /** A number alone. */
    @Choice(value = "", doc = "a number")
    public record Bare(@Option(doc = "the number", max = 10) double value) implements Shape {}

    public Zoo {
        labels = List.copyOf(labels);
        if (labels.size() > 2) {
            throw new IllegalArgumentException("labels must be 2 at most, found " + labels.size());
        }
    }

    @Override
    public void run(StepContext context) {
        context.print("zoo " + labels);
    }
}
