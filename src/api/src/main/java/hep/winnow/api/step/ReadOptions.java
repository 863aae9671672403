package hep.winnow.api.step;

/**
 * What all formats of files have in common.
 *
 * @param rows how many events there are at most, counted over all files; 0 for all
 * @param onBad what {@link hep.winnow.api.event.ReadContext#badRow} leads to
 */
public record ReadOptions(
        @Option(
                doc = "how many rows to read, counted over all files; 0 for all",
                value = "0",
                min = 0,
                alsoKnownAs = {"nrows", "max_rows", "entries", "limit"})
        int rows,

        @Option(doc = "what to do with a row that cannot be read", value = "error", alsoKnownAs = "on_bad_lines")
        OnBad onBad) {}
