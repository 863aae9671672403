package hep.winnow.acceptance.formats;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import hep.winnow.api.Plugin;
import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.event.ColumnInfo;
import hep.winnow.api.event.EventBlock;
import hep.winnow.api.event.EventFileHead;
import hep.winnow.api.event.EventWriter;
import hep.winnow.api.random.RandomStream;
import hep.winnow.api.step.EventWriterFormat;
import hep.winnow.core.Winnow;
import hep.winnow.core.plugin.LoadedPlugin;
import hep.winnow.core.plugin.PluginSet;
import hep.winnow.core.text.AtomicFiles;
import hep.winnow.testing.RandomTable;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the disk is full after any number of bytes, every writer leaves the old file as it was, and nothing beside it. */
class FullDiskTest {
    /** About so many sizes of disk, at equal steps. */
    private static final int SIZES = 150;

    private static final byte[] OLD = {'o', 'l', 'd'};
    private static PluginSet plugins;

    @BeforeAll
    static void load() {
        plugins = PluginSet.load(List.of(), Plugin.class.getClassLoader());
    }

    @AfterAll
    static void unload() throws IOException {
        plugins.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "t.csv",
                "t.csv.gz",
                "t.npy",
                "t.npz",
                "t.h5",
                "t.root",
                "t.parquet",
                "t.arrow",
                "t.arrows",
                "t.aida",
                "t.aida.gz"
            })
    void leavesTheOldFile(String name) throws IOException {
        fill(name, SIZES);
    }

    @Tag("slow")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "t.csv",
                "t.csv.gz",
                "t.npy",
                "t.npz",
                "t.h5",
                "t.root",
                "t.parquet",
                "t.arrow",
                "t.arrows",
                "t.aida",
                "t.aida.gz"
            })
    void leavesTheOldFileAtEachByte(String name) throws IOException {
        fill(name, Integer.MAX_VALUE);
    }

    private static FileSystem disk(long bytes) {
        return Jimfs.newFileSystem(Configuration.unix().toBuilder()
                .setBlockSize(1)
                .setMaxSize(bytes)
                .setMaxCacheSize(0)
                .build());
    }

    private static void fill(String name, int sizes) throws IOException {
        byte[] whole;
        try (FileSystem disk = disk(1 << 24)) {
            Path file = disk.getPath("/", name);
            write(file);
            whole = Files.readAllBytes(file);
        }
        int failed = 0;
        boolean hasRoom = false;
        int step = 1 + whole.length / sizes;
        for (long free = 0; !hasRoom; free += step) {
            try (FileSystem disk = disk(OLD.length + free)) {
                Path file = Files.write(disk.getPath("/", name), OLD);
                hasRoom = isWritten(file);
                failed += hasRoom ? 0 : 1;
                assertThat(Files.readAllBytes(file)).as("%d bytes free", free).isEqualTo(hasRoom ? whole : OLD);
                try (Stream<Path> left = Files.list(disk.getPath("/"))) {
                    assertThat(left.map(p -> String.valueOf(p.getFileName())))
                            .as("%d bytes free", free)
                            .containsExactlyInAnyOrder(name, "work");
                }
            }
        }
        assertThat(failed).isGreaterThanOrEqualTo(Math.min(sizes, whole.length) / 2);
    }

    private static boolean isWritten(Path file) {
        try {
            write(file);
            return true;
        } catch (UserError e) {
            assertThat(e.message()).contains("cannot write '" + file + "'", "space");
            return false;
        }
    }

    private static void write(Path file) {
        String name = String.valueOf(file.getFileName());
        EventWriterFormat format = new Winnow(
                        plugins.plugins().stream().map(LoadedPlugin::plugin).toList())
                .vocabulary()
                .writerOf(name)
                .orElseThrow();
        List<ColumnInfo> columns = table().schema().stream()
                .filter(c -> format.refusal(c).isEmpty())
                .toList();
        EventFileHead head = new EventFileHead(name, columns, Map.of("winnow.seed", "7"));
        AtomicFiles.write(file, path -> {
            try (EventWriter writer = format.create(path, head)) {
                for (EventBlock block : table().blocks()) {
                    writer.write(new EventBlock(
                            block.size(),
                            columns.stream()
                                    .map(c ->
                                            block.columns().get(table().schema().indexOf(c)))
                                    .toList()));
                }
                writer.finish();
            }
        });
    }

    /** A table with columns of several types, texts and lists among them. */
    private static RandomTable table() {
        List<String> texts =
                RandomTable.TEXTS.stream().filter(t -> t.indexOf('\0') < 0).toList();
        for (int seed = 0; ; seed++) {
            RandomTable table = new RandomTable(new RandomStream(seed), true, texts);
            boolean hasTexts = table.schema().stream()
                    .anyMatch(c -> c.type() == hep.winnow.api.event.ColumnType.STRING && c.depth() == 0);
            boolean hasLists = table.schema().stream().anyMatch(c -> c.depth() > 0);
            boolean hasMore =
                    table.schema().stream().filter(c -> c.depth() == 0).count() > 2;
            if (hasTexts && hasLists && hasMore && table.blocks().size() > 1) {
                return table;
            }
        }
    }
}
