package hep.winnow.api.step;

import hep.winnow.api.event.Part;
import hep.winnow.api.event.Role;
import java.util.List;
import java.util.Optional;

/** What a macro says of a sample, for every verb that brings one. */
public record SampleOptions(
        @Option(doc = "what all its events are: signal, background or data")
        Optional<Role> role,

        @Option(doc = "condition that marks the signal where one file holds both; the rest is background")
        Optional<EventExpression> signal,

        @Option(name = "class", doc = "column whose values are the classes, for more than two of them")
        Optional<EventExpression> classOf,

        @Option(
                doc = "weight of an event; 1 if not given",
                alsoKnownAs = {"weights", "sample_weight", "Weight"})
        Optional<EventExpression> weight,

        @Option(
                doc = "what the weight is multiplied by: scale factors, efficiencies, pile-up weights; unlike"
                        + " weight= it is no part of the sum of weights that xsec= scales by",
                alsoKnownAs = {"sf", "scale_factor", "correction"})
        Optional<EventExpression> factor,

        @Option(
                doc = "cross-section of the sample: with `set lumi=` weights are scaled to xsec*lumi",
                unit = "pb",
                min = 0,
                aboveMin = true)
        Optional<Double> xsec,

        @Option(doc = "columns that name an event for ever; long or string")
        List<ColumnName> id,

        @Option(doc = "the part that all its events belong to, when files are split already")
        Optional<Part> part) {
    public SampleOptions {
        id = List.copyOf(id);
        int given = (role.isPresent() ? 1 : 0) + (signal.isPresent() ? 1 : 0) + (classOf.isPresent() ? 1 : 0);
        if (given > 1) {
            throw new IllegalArgumentException("a sample takes one of role=, signal= and class=, found " + given);
        }
    }
}
