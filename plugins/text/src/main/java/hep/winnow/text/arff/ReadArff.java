package hep.winnow.text.arff;

import hep.winnow.api.event.EventSource;
import hep.winnow.api.event.JoinedSource;
import hep.winnow.api.step.Inline;
import hep.winnow.api.step.InputFile;
import hep.winnow.api.step.Named;
import hep.winnow.api.step.Operand;
import hep.winnow.api.step.ReadOptions;
import hep.winnow.api.step.ReadStep;
import hep.winnow.api.step.SampleOptions;
import hep.winnow.api.step.Verb;
import java.nio.file.Path;
import java.util.List;

/** {@code read iris from "iris.arff" class=class}. */
@Verb(
        value = "read",
        kind = "arff",
        doc =
                "Reads ARFF files (Weka), dense or sparse, plain or gzipped. Numeric attributes are doubles, nominal ones and strings are texts, dates are doubles: milliseconds since 1970, UTC. '?' is a missing value: NaN, or an empty text. Weights of instances are the column instance_weight.",
        examples = {"read iris from \"iris.arff\" class=class", "read all from \"run*.arff\" signal=(kind == \"s\")"})
public record ReadArff(
        @Named(doc = "the sample") String name,

        @Operand(keyword = "from", doc = "files or globs, relative to the macro")
        List<InputFile> from,

        @Inline SampleOptions sample,

        @Inline ReadOptions reading)
        implements ReadStep {
    public ReadArff {
        from = List.copyOf(from);
    }

    @Override
    public EventSource open(List<Path> files) {
        return JoinedSource.of(files.stream().map(ArffSource::open).toList());
    }
}
