import hep.winnow.api.event.BlockReader;
import hep.winnow.api.event.ColumnInfo;
import hep.winnow.api.event.ColumnType;
import hep.winnow.api.event.EventBlock;
import hep.winnow.api.event.ReadContext;
import hep.winnow.api.run.Workers;
import hep.winnow.core.csv.CsvOptions;
import hep.winnow.core.csv.CsvSource;
import hep.winnow.core.run.ThreadWorkers;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads all columns of a table again and again, and prints the seconds of each time, by the clock and of the thread: FILE THREADS ROUNDS TYPE */
public final class Reading {
    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[0]);
        ColumnType type = ColumnType.valueOf(arguments[3].toUpperCase(Locale.ROOT));
        try (ThreadWorkers workers = new ThreadWorkers(Integer.parseInt(arguments[1]))) {
            for (int round = 0; round < Integer.parseInt(arguments[2]); round++) {
                long clock = System.nanoTime();
                long work = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
                long rows = read(file, type, workers);
                System.out.println((System.nanoTime() - clock) / 1e9 + " "
                        + (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - work) / 1e9 + " " + rows);
            }
        }
    }

    private static long read(Path file, ColumnType type, Workers workers) throws IOException {
        Map<String, ColumnType> types = new TreeMap<>();
        CsvSource.open(List.of(file), CsvOptions.DEFAULT).schema().forEach(c -> types.put(c.name(), type));
        CsvSource source = CsvSource.open(List.of(file), CsvOptions.DEFAULT.withTypes(types));
        List<String> names = source.schema().stream().map(ColumnInfo::name).toList();
        long rows = 0;
        try (BlockReader reader = source.open(names, new Context(workers))) {
            for (Optional<EventBlock> block = reader.next(); block.isPresent(); block = reader.next()) {
                rows += block.get().size();
            }
        }
        return rows;
    }

    private record Context(Workers workers) implements ReadContext {
        @Override
        public void badRow(String file, long line, String reason) {
            throw new IllegalStateException(file + ":" + line + ": " + reason);
        }

        @Override
        public void progressed(long bytes) {}
    }
}
