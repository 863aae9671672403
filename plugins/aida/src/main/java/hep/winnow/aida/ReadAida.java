package hep.winnow.aida;

import hep.winnow.api.event.EventSource;
import hep.winnow.api.event.JoinedSource;
import hep.winnow.api.step.Inline;
import hep.winnow.api.step.InputFile;
import hep.winnow.api.step.Named;
import hep.winnow.api.step.Operand;
import hep.winnow.api.step.Option;
import hep.winnow.api.step.ReadOptions;
import hep.winnow.api.step.ReadStep;
import hep.winnow.api.step.SampleOptions;
import hep.winnow.api.step.Verb;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** {@code read sig from "sig.aida" table="/tuples/sig"}. */
@Verb(
        value = "read",
        kind = "aida",
        doc =
                "Reads a tuple of an AIDA XML file, plain or gzipped. Columns of int, short and byte are int; char and string are texts. Tuples in tuples are not read.",
        examples = {"read sig from \"sig.aida\" role=signal", "read bkg from \"all.aida.gz\" table=\"/tuples/bkg\""})
public record ReadAida(
        @Named(doc = "the sample") String name,

        @Operand(keyword = "from", doc = "files or globs, relative to the macro")
        List<InputFile> from,

        @Inline SampleOptions sample,

        @Option(
                doc = "path and name of the tuple; must be given if there are several",
                alsoKnownAs = {"tuple", "path"})
        Optional<String> table,

        @Inline ReadOptions reading)
        implements ReadStep {
    public ReadAida {
        from = List.copyOf(from);
    }

    @Override
    public List<String> tables(List<Path> files) {
        return Tuple.all(files.get(0)).stream().map(Tuple::name).toList();
    }

    @Override
    public EventSource open(List<Path> files) {
        return JoinedSource.of(files.stream()
                .map(file -> new AidaSource(file, Tuple.find(file, table)))
                .toList());
    }
}
