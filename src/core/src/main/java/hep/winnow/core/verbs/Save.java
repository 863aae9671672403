package hep.winnow.core.verbs;

import hep.winnow.api.step.Declaration;
import hep.winnow.api.step.EventExpression;
import hep.winnow.api.step.Operand;
import hep.winnow.api.step.Option;
import hep.winnow.api.step.OutputFile;
import hep.winnow.api.step.Verb;
import hep.winnow.core.lang.Expr;
import java.util.List;
import java.util.Optional;

/** {@code save nn to "nn.wnm"}, {@code save sr to "selected.csv"}: a model or events into a file. */
@Verb(
        value = "save",
        doc =
                "Writes a model (.wnm) or the events of a sample, region or part: as .csv, .csv.gz, or in a format of a plugin, told by the file's ending.",
        examples = {
            "save nn to \"nn.wnm\"",
            "save sr to \"selected.csv.gz\" columns=[mll, dphi, nn]",
            "save sr to \"selected.txt\" format=\"csv\"",
            "save sr to \"selected.h5\" compression=4",
            "save sr to \"selected.root\" columns=[mll, jet_pt] compression=1",
            "save sr to \"selected.root\" table=\"analysis\" codec=\"zlib\""
        },
        alsoKnownAs = {"write", "snapshot", "store", "to_csv", "to_root", "output"})
public record Save(
        @Operand(doc = "a model, or events") Expr what,

        @Operand(keyword = "to", doc = "the file, in the out folder")
        OutputFile to,

        @Option(
                doc = "what to write of each event; without it all columns that its samples share, then all defines",
                lists = true)
        List<EventExpression> columns,

        @Option(doc = "the format that events are written in, such as \"csv\"; told by the file's ending if not given")
        Optional<String> format,

        @Option(
                doc =
                        "how hard values are packed, 0 for not at all to 9; for formats that leave the choice: .h5, .parquet, .root; without it 0, or 4 where codec= is given",
                min = 0,
                max = 9,
                alsoKnownAs = {"compress", "complevel", "compression_level", "compression_opts"})
        Optional<Integer> compression,

        @Option(
                doc =
                        "what packs the values, for formats that leave the choice: \"zlib\", \"lzma\", \"lz4\" or \"zstd\" in .root; \"snappy\", \"gzip\", \"lz4\" or \"zstd\" in .parquet; without it the format chooses by the level",
                alsoKnownAs = {"algorithm", "compression_algorithm"})
        Optional<String> codec,

        @Option(
                doc =
                        "name of the table in the file, for formats that have one: the tree in .root, which is Events without it",
                alsoKnownAs = {"tree", "treename", "key"})
        Optional<String> table)
        implements Declaration {
    /** The level of a codec that is named without one. */
    private static final int LEVEL = 4;

    /** Returns how hard values are packed, 0 to 9. */
    public int level() {
        return compression.orElse(codec.isPresent() ? LEVEL : 0);
    }
}
