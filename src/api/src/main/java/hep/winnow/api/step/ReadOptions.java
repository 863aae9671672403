package hep.winnow.api.step;

import java.util.Optional;

/**
 * What all formats of files have in common.
 *
 * @param rows how many events there are at most, counted over all files; 0 for all
 * @param onBad what {@link hep.winnow.api.event.ReadContext#badRow} leads to
 * @param limit how many events are used while one tries things out; 0 for all
 * @param duplicates what becomes of events whose id was there before
 * @param certified file of the certified sections of runs
 * @param run column of the run number
 * @param lumiSection column of the luminosity section
 */
public record ReadOptions(
        @Option(
                doc = "how many rows to read, counted over all files; 0 for all",
                value = "0",
                min = 0,
                alsoKnownAs = {"nrows", "max_rows", "entries"})
        int rows,

        @Option(doc = "what to do with a row that cannot be read", value = "error", alsoKnownAs = "on_bad_lines")
        OnBad onBad,

        @Option(
                doc = "how many events to use while one tries things out, which the run tells loudly; 0 for all."
                        + " `set limit=` and --limit hold for all samples",
                value = "0",
                min = 0,
                alsoKnownAs = {"max_events", "maxevents"})
        int limit,

        @Option(
                doc = "what to do with an event whose id= an earlier one of the sample has, in whatever file; the"
                        + " first one stays. warn looks at the first 5 million events",
                value = "warn",
                alsoKnownAs = {"dedup", "drop_duplicates"})
        Duplicates duplicates,

        @Option(
                doc = "JSON file of certified runs and luminosity sections, {\"190456\": [[1, 50]]}; events of"
                        + " others are left out and counted",
                alsoKnownAs = {"golden", "golden_json", "good_runs", "grl", "lumi_mask"})
        Optional<InputFile> certified,

        @Option(doc = "column of the run number, for certified=; run if not given", alsoKnownAs = "run_number")
        Optional<ColumnName> run,

        @Option(
                doc = "column of the luminosity section, for certified=; luminosityBlock, lumi_section, lumi or ls"
                        + " if not given",
                alsoKnownAs = {"lumi", "ls", "lumi_block", "luminosity_block"})
        Optional<ColumnName> lumiSection) {
    /** Makes options that ask for nothing else. */
    public ReadOptions(int rows, OnBad onBad) {
        this(rows, onBad, 0, Duplicates.WARN, Optional.empty(), Optional.empty(), Optional.empty());
    }
}
