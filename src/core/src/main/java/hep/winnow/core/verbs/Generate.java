package hep.winnow.core.verbs;

import hep.winnow.api.event.EventSource;
import hep.winnow.api.event.Part;
import hep.winnow.api.event.Role;
import hep.winnow.api.random.RandomStream;
import hep.winnow.api.step.ModelRef;
import hep.winnow.api.step.Named;
import hep.winnow.api.step.Operand;
import hep.winnow.api.step.Option;
import hep.winnow.api.step.SampleOptions;
import hep.winnow.api.step.SourceStep;
import hep.winnow.api.step.Verb;
import java.util.List;
import java.util.Optional;

/** {@code generate fake from g events=10000}: a sample that a model draws. */
@Verb(
        value = "generate",
        doc = "Draws a sample from a generative model, such as a gan, once it is trained. Its columns are the"
                + " model's inputs, which must be columns; each event has weight 1.",
        examples = "generate fake from g events=20000 role=background",
        alsoKnownAs = {"sample", "generate_samples"})
public record Generate(
        @Named(doc = "the sample") String name,

        @Operand(keyword = "from", doc = "the model") ModelRef model,

        @Option(
                doc = "how many events are drawn",
                value = "10000",
                min = 1,
                alsoKnownAs = {"n", "size", "n_samples", "num_samples"})
        int events,

        @Option(doc = "what all its events are: signal, background or data")
        Optional<Role> role,

        @Option(doc = "the part that all its events belong to")
        Optional<Part> part)
        implements SourceStep {
    @Override
    public SampleOptions sample() {
        return new SampleOptions(
                role,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                part);
    }

    @Override
    public EventSource source(RandomStream random) {
        throw new IllegalStateException("the events of '" + name + "' come from a model, which the framework knows");
    }
}
