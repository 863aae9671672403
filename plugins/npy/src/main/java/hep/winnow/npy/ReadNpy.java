package hep.winnow.npy;

import hep.winnow.api.event.EventSource;
import hep.winnow.api.event.JoinedSource;
import hep.winnow.api.step.ColumnName;
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

/** {@code read sig from "sig.npz" role=signal}. */
@Verb(
        value = "read",
        kind = "npy",
        doc =
                "Reads arrays of NumPy, .npy and .npz. Columns are the fields of a structured array, the members of an archive (a member X of two dimensions is X0, X1, …), or c0, c1, … of a lone array of two dimensions, unless columns= names them. A field of several values, and a member with a second one called NAME.offsets, is a list per event.",
        examples = {
            "read sig from \"sig.npz\" role=signal",
            "read bkg from \"bkg.npy\" columns=[mll, dphi, met] role=background"
        })
public record ReadNpy(
        @Named(doc = "the sample") String name,

        @Operand(keyword = "from", doc = "files or globs, relative to the macro")
        List<InputFile> from,

        @Inline SampleOptions sample,

        @Option(doc = "names of the columns of an array that has no fields", alsoKnownAs = "names")
        List<ColumnName> columns,

        @Inline ReadOptions reading)
        implements ReadStep {
    public ReadNpy {
        from = List.copyOf(from);
        columns = List.copyOf(columns);
    }

    @Override
    public EventSource open(List<Path> files) {
        List<String> names = columns.stream().map(ColumnName::name).toList();
        return JoinedSource.of(
                files.stream().map(file -> NpySource.open(file, names)).toList());
    }
}
