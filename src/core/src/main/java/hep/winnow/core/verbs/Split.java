package hep.winnow.core.verbs;

import hep.winnow.api.event.Part;
import hep.winnow.api.step.Choice;
import hep.winnow.api.step.ColumnName;
import hep.winnow.api.step.Declaration;
import hep.winnow.api.step.Operand;
import hep.winnow.api.step.Option;
import hep.winnow.api.step.Scope;
import hep.winnow.api.step.Verb;
import hep.winnow.api.text.Rounding;
import java.util.List;
import java.util.Optional;

/** {@code split presel into train=50% valid=25% test=25% by=hash(run, event)}. */
@Verb(
        value = "split",
        doc =
                "Parts events into train, valid and test. A learner never sees the test part. Recorded data is not split.",
        examples = {
            "split presel into train=50% valid=25% test=25% by=hash(run, event)",
            "split moons into train=70% test=30%"
        },
        alsoKnownAs = {"train_test_split", "partition", "prepare"})
public record Split(
        @Operand(doc = "the region or sample") Scope events,

        @Option(doc = "fraction that trains", value = "0%", min = 0, max = 1)
        double train,

        @Option(doc = "fraction that early stopping and cut choices look at", value = "0%", min = 0, max = 1)
        double valid,

        @Option(doc = "fraction that is kept for judging", value = "0%", min = 0, max = 1)
        double test,

        @Option(
                doc = "rule; without it by the hash of the samples' id columns, and at random where there are none",
                alsoKnownAs = {"SplitMode", "shuffle"})
        Optional<Rule> by)
        implements Declaration {
    public Split {
        double sum = train + valid + test;
        if (!(Math.abs(sum - 1) < 1e-9)) {
            throw new IllegalArgumentException(
                    "the parts must add up to 100%, found " + Rounding.shortest(100 * sum, 6) + "%");
        }
        if (!(train > 0)) {
            throw new IllegalArgumentException("a split needs a train part");
        }
    }

    /** Returns the share of a part, 0 to 1. */
    public double share(Part part) {
        return switch (part) {
            case TRAIN -> train;
            case VALID -> valid;
            case TEST -> test;
        };
    }

    /** How events are parted. */
    public sealed interface Rule {}

    /** By the hash of columns: the same event is in the same part whatever is read, in whatever order. */
    @Choice(value = "hash", doc = "by columns that name an event; stable under reordering")
    public record Hash(
            @Option(doc = "the columns; without them the samples' id columns")
            List<ColumnName> columns) implements Rule {}

    /** By a seeded random number per row. */
    @Choice(value = "random", doc = "by a random number per row, from the seed")
    public record Random() implements Rule {}
}
