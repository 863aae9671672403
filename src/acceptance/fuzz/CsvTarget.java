import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.event.BlockReader;
import hep.winnow.api.event.ColumnInfo;
import hep.winnow.api.event.EventBlock;
import hep.winnow.api.event.ReadContext;
import hep.winnow.api.run.Workers;
import hep.winnow.core.csv.CsvOptions;
import hep.winnow.core.csv.CsvSource;
import hep.winnow.core.run.ThreadWorkers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Any bytes as a table of text: rows, or an error that a user can mend. The first byte chooses whether there is a header. */
public final class CsvTarget {
    private static final Path FILE = temporary();
    private static final ThreadWorkers ONE = new ThreadWorkers(1);

    private CsvTarget() {}

    private static Path temporary() {
        try {
            return Files.createTempFile("winnow-fuzz-", ".csv");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Reads one input; what it throws is a finding. */
    public static void fuzzerTestOneInput(byte[] data) throws IOException {
        if (data.length == 0) {
            return;
        }
        Files.write(FILE, java.util.Arrays.copyOfRange(data, 1, data.length));
        CsvOptions options = data[0] % 2 == 0 ? CsvOptions.DEFAULT : CsvOptions.DEFAULT.withoutHeader();
        try {
            CsvSource source = CsvSource.open(List.of(FILE), options);
            List<String> names = source.schema().stream().map(ColumnInfo::name).toList();
            try (BlockReader reader = source.open(names, new Context())) {
                Optional<EventBlock> block = reader.next();
                while (block.isPresent()) {
                    check(block.get(), names.size());
                    block = reader.next();
                }
            }
        } catch (UserError refused) {
            if (!refused.message().contains(FILE.toString())) {
                throw new IllegalStateException("an error that does not name the file", refused);
            }
        }
    }

    private static void check(EventBlock block, int columns) {
        if (block.columns().size() != columns || block.size() == 0) {
            throw new IllegalStateException(block.columns().size() + " columns, " + block.size() + " rows");
        }
        block.columns().forEach(c -> {
            if (c.size() != block.size()) {
                throw new IllegalStateException("a column of " + c.size() + " values among " + block.size() + " rows");
            }
        });
    }

    private static final class Context implements ReadContext {
        @Override
        public Workers workers() {
            return ONE;
        }

        @Override
        public void badRow(String file, long line, String reason) {
            if (line < 1 || reason.isEmpty()) {
                throw new IllegalStateException(file + ":" + line + ": " + reason);
            }
        }

        @Override
        public void progressed(long bytes) {}
    }
}
