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
                "Reads a tuple, a histogram, a profile or a set of points of an AIDA XML file, plain or gzipped. Columns of int, short and byte are int; char and string are texts; tuples in tuples are not read."
                        + " Of a histogram each bin is a row of bin, low, high, height, error and entries; bin 0 is underflow, n + 1 overflow. Of a point each value is x, x_plus, x_minus, and so on.",
        examples = {
            "read sig from \"sig.aida\" role=signal",
            "read bkg from \"all.aida.gz\" table=\"/tuples/bkg\"",
            "read bins from \"h.aida\" table=\"/h_mt/sig\""
        })
public record ReadAida(
        @Named(doc = "the sample") String name,

        @Operand(keyword = "from", doc = "files or globs, relative to the macro")
        List<InputFile> from,

        @Inline SampleOptions sample,

        @Option(
                doc = "path and name of the tuple, histogram or set of points; must be given if there are several",
                alsoKnownAs = {"tuple", "histogram", "path"})
        Optional<String> table,

        @Inline ReadOptions reading)
        implements ReadStep {
    public ReadAida {
        from = List.copyOf(from);
    }

    @Override
    public boolean holdsTables() {
        return true;
    }

    @Override
    public List<String> tables(List<Path> files) {
        return AidaTable.all(files.get(0)).stream().map(AidaTable::name).toList();
    }

    @Override
    public EventSource open(List<Path> files) {
        return JoinedSource.of(files.stream()
                .map(file -> AidaTable.find(file, table).open(file))
                .toList());
    }
}
