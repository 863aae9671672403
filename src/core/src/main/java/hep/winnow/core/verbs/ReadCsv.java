package hep.winnow.core.verbs;

import hep.winnow.api.event.ColumnType;
import hep.winnow.api.event.EventSource;
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
import hep.winnow.core.csv.CsvOptions;
import hep.winnow.core.csv.CsvSource;
import hep.winnow.core.schema.TypedColumn;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code read sig from "data/sig.csv" role=signal}: events from text files. */
@Verb(
        value = "read",
        kind = "csv",
        doc = "Reads events from CSV or TSV files, plain or gzipped; separator and types are told from the text.",
        examples = {
            "read sig from \"data/hww.csv.gz\" role=signal weight=genw id=[run, event]",
            "read higgs from \"HIGGS.csv.gz\" header=no columns=[label, x1, x2] signal=(label > 0.5)",
            "read held from \"HIGGS.csv.gz\" header=no columns=[label, x1, x2] signal=(label > 0.5) rows=20000 part=test",
            "read all from [\"a/*.csv\", \"b.csv\"] class=kind types=[run=long, kind=string] on_bad=skip"
        })
public record ReadCsv(
        @Named(doc = "the sample") String name,

        @Operand(
                keyword = "from",
                doc =
                        "files or globs, relative to the macro, or web addresses, https://…, of servers that --allow names")
        List<InputFile> from,

        @Inline SampleOptions sample,

        @Option(doc = "whether the first line names the columns", value = "yes")
        YesNo header,

        @Option(doc = "names of the columns where there is no header", alsoKnownAs = "names")
        List<ColumnName> columns,

        @Option(doc = "types of columns, where the text misleads", alsoKnownAs = "dtype")
        List<TypedColumn> types,

        @Option(
                doc = "what parts the fields; told from the text if not given",
                alsoKnownAs = {"delimiter", "separator"})
        Optional<String> sep,

        @Option(doc = "what begins a line that is a comment", value = "\"#\"")
        String comment,

        @Option(doc = "lines to leave out at the head of each file", value = "0", min = 0, alsoKnownAs = "skiprows")
        int skipLines,

        @Inline ReadOptions reading)
        implements ReadStep {
    /** What does not fit together is refused where the statement stands, not when its files are opened. */
    public ReadCsv {
        from = List.copyOf(from);
        columns = List.copyOf(columns);
        types = List.copyOf(types);
        options(header, columns, types, sep, comment, skipLines);
    }

    @Override
    public boolean readsRemote() {
        return true;
    }

    @Override
    public EventSource open(List<Path> files) {
        return CsvSource.open(files, options(header, columns, types, sep, comment, skipLines));
    }

    private static CsvOptions options(
            YesNo header,
            List<ColumnName> columns,
            List<TypedColumn> types,
            Optional<String> sep,
            String comment,
            int skipLines) {
        Map<String, ColumnType> typed = new LinkedHashMap<>();
        types.forEach(t -> typed.put(t.name(), t.type()));
        return new CsvOptions(
                header == YesNo.YES,
                columns.stream().map(ColumnName::name).toList(),
                typed,
                sep.orElse(""),
                comment,
                skipLines,
                CsvOptions.DEFAULT.missing());
    }
}
