package hep.winnow.columnar.arrow;

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

/** {@code read sig from "sig.arrow" role=signal}. */
@Verb(
        value = "read",
        kind = "arrow",
        doc =
                "Reads Arrow files and streams (Feather version 2), flat or with one list per event in a column. Fields of structures are columns named a.b. A column of whole numbers or truth values in which some are null is one of doubles, with NaN for these.",
        examples = {"read sig from \"sig.feather\" role=signal", "read all from \"run*.arrow\" class=kind"})
public record ReadArrow(
        @Named(doc = "the sample") String name,

        @Operand(keyword = "from", doc = "files or globs, relative to the macro")
        List<InputFile> from,

        @Inline SampleOptions sample,

        @Inline ReadOptions reading)
        implements ReadStep {
    public ReadArrow {
        from = List.copyOf(from);
    }

    @Override
    public EventSource open(List<Path> files) {
        return JoinedSource.of(ArrowSource.open(files));
    }
}
