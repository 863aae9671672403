import hep.winnow.api.Plugin;
import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.event.BlockReader;
import hep.winnow.api.event.ColumnInfo;
import hep.winnow.api.event.EventBlock;
import hep.winnow.api.event.EventSource;
import hep.winnow.api.event.ReadContext;
import hep.winnow.api.run.Workers;
import hep.winnow.core.Winnow;
import hep.winnow.core.macro.EventFiles;
import hep.winnow.core.plugin.LoadedPlugin;
import hep.winnow.core.plugin.PluginSet;
import hep.winnow.core.run.ThreadWorkers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Any bytes as a file of the format that the system property {@code winnow.fuzz.format} names: events, or an error that a user can mend. Of CSV the first byte is none of the file's: it
 * chooses whether there is a header.
 */
public final class FormatTarget {
    private static final String FORMAT = System.getProperty("winnow.fuzz.format", "csv");
    private static final Path FILE = temporary();
    private static final ThreadWorkers ONE = new ThreadWorkers(1);
    private static final EventFiles FILES = files();

    private FormatTarget() {}

    private static Path temporary() {
        try {
            return Files.createTempFile("winnow-fuzz-", "." + FORMAT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static EventFiles files() {
        List<Plugin> plugins = PluginSet.load(List.of(), Plugin.class.getClassLoader()).plugins().stream()
                .map(LoadedPlugin::plugin)
                .toList();
        Winnow winnow = new Winnow(plugins);
        return new EventFiles(winnow.vocabulary(), winnow.functions());
    }

    /** Loads what is fuzzed, before Jazzer begins to look at the clock. */
    public static void fuzzerInitialize() throws IOException {
        fuzzerTestOneInput(new byte[0]);
    }

    /** Reads one input; what it throws is a finding. */
    public static void fuzzerTestOneInput(byte[] data) throws IOException {
        boolean isCsv = FORMAT.equals("csv");
        if (isCsv && data.length == 0) {
            return;
        }
        Files.write(FILE, isCsv ? java.util.Arrays.copyOfRange(data, 1, data.length) : data);
        List<String> options = isCsv && data[0] % 2 != 0 ? List.of("header=no") : List.of();
        EventFiles.Request request =
                new EventFiles.Request(List.of(FILE.toString()), Path.of(""), FORMAT, options);
        try {
            Optional<List<String>> tables = FILES.find(request).tables();
            if (tables.isEmpty()) {
                read(FILES.open(request));
            }
            for (String table : tables.orElse(List.of())) {
                read(FILES.open(request, table));
            }
        } catch (UserError refused) {
            if (!refused.message().contains(FILE.toString())) {
                throw new IllegalStateException("an error that does not name the file", refused);
            }
        }
    }

    private static void read(EventSource source) throws IOException {
        List<String> names = source.schema().stream().map(ColumnInfo::name).toList();
        try (BlockReader reader = source.open(names, new Context())) {
            Optional<EventBlock> block = reader.next();
            while (block.isPresent()) {
                check(block.get(), names.size());
                block = reader.next();
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
