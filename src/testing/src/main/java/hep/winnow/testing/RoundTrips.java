package hep.winnow.testing;

import hep.winnow.api.event.EventSource;
import hep.winnow.api.random.RandomStream;
import hep.winnow.api.step.EventWriterFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Random tables that are written, read back, and compared.
 *
 * @param format that writes
 * @param ending of the files, for formats that tell two of their kinds by it
 * @param reader that opens what was written
 * @param hasLists whether the format takes jagged columns
 * @param texts that the format can hold
 */
public record RoundTrips(
        EventWriterFormat format,
        String ending,
        Function<Path, EventSource> reader,
        boolean hasLists,
        List<String> texts) {
    /** How many tables a slow test makes. */
    public static final int MANY = 10_000;

    /** How many tables any build makes. */
    public static final int FEW = 300;

    public RoundTrips {
        texts = List.copyOf(texts);
    }

    /** Makes those of files with the first ending of the format. */
    public RoundTrips(
            EventWriterFormat format, Function<Path, EventSource> reader, boolean hasLists, List<String> texts) {
        this(format, format.endings().get(0), reader, hasLists, texts);
    }

    /**
     * Makes the tables of some seeds in an empty folder.
     *
     * @throws AssertionError if one comes back otherwise, or leaves more than its file behind
     */
    public void check(Path folder, int from, int to) throws IOException {
        Path file = folder.resolve("t" + ending);
        for (int seed = from; seed < to; seed++) {
            RandomTable table = new RandomTable(new RandomStream(seed), hasLists, texts);
            Tables.write(format, file, table.schema(), table.blocks(), format.compresses() ? seed % 10 : 0);
            EventSource source = reader.apply(file);
            same("schema", seed, source.schema(), table.schema());
            for (int c = 0; c < table.schema().size(); c++) {
                String name = table.schema().get(c).name();
                same(name, seed, Tables.words(source, name), table.words(c));
            }
        }
        try (Stream<Path> files = Files.list(folder)) {
            same("number of files", to - 1, files.count(), 1L);
        }
    }

    private static void same(String what, int seed, Object found, Object expected) {
        if (!found.equals(expected)) {
            throw new AssertionError("seed " + seed + ", " + what + ": found " + found + ", expected " + expected);
        }
    }
}
