package hep.winnow.hdf5;

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

/** {@code read sig from "sig.h5" table="events"}. */
@Verb(
        value = "read",
        kind = "hdf5",
        doc =
                "Reads HDF5 files. A table is a group of datasets of one length (one of two dimensions, X, is X0, X1, …, or what its attribute columns= names), a dataset of records, or a frame of pandas in either of its formats. Datasets of variable length, fields of several values, and groups of values and offsets are lists per event.",
        examples = {
            "read sig from \"sig.h5\" role=signal",
            "read bkg from \"all.h5\" table=\"background/events\" role=background"
        })
public record ReadHdf5(
        @Named(doc = "the sample") String name,

        @Operand(keyword = "from", doc = "files or globs, relative to the macro")
        List<InputFile> from,

        @Inline SampleOptions sample,

        @Option(
                doc = "path of the table in the file; must be given if there are several",
                alsoKnownAs = {"key", "group", "dataset", "path"})
        Optional<String> table,

        @Inline ReadOptions reading)
        implements ReadStep {
    public ReadHdf5 {
        from = List.copyOf(from);
    }

    @Override
    public boolean holdsTables() {
        return true;
    }

    @Override
    public List<String> tables(List<Path> files) {
        return TableFinder.names(files.get(0));
    }

    @Override
    public EventSource open(List<Path> files) {
        Optional<String> chosen = table.or(() -> InputFile.insideOf(from));
        return JoinedSource.of(
                files.stream().map(file -> Hdf5Source.open(file, chosen)).toList());
    }
}
