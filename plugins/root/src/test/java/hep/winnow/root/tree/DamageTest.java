package hep.winnow.root.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.event.BlockReader;
import hep.winnow.api.event.ColumnInfo;
import hep.winnow.api.event.Compression;
import hep.winnow.api.random.RandomStream;
import hep.winnow.root.file.Damage;
import hep.winnow.root.file.RootFile;
import hep.winnow.root.testing.Changes;
import hep.winnow.root.write.RootWriterFormat;
import hep.winnow.testing.RandomTable;
import hep.winnow.testing.Tables;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Damaged trees are read, or refused with a message that names the file; no more memory is taken than such a file is worth. */
class DamageTest {
    private static final Path DATA =
            Path.of(System.getProperty("winnow.root", "../.."), "..", "shared", "data", "root");
    private static final int MUTATIONS = 1_500;
    private static final int MANY = 200_000;
    private static final long LARGEST = 60_000;
    private static final long MOST_BYTES = 256 << 20;
    private static final long MOST_NANOSECONDS = 2_000_000_000L;
    private static final int MOST_BLOCKS = 2000;

    /** As many columns are read at once, as a macro would. */
    private static final int COLUMNS = 40;

    private static final List<Optional<String>> CODECS = List.of(
            Optional.empty(),
            Optional.empty(),
            Optional.of("zlib"),
            Optional.of("lzma"),
            Optional.of("lz4"),
            Optional.of("zstd"));

    @TempDir
    private Path folder;

    @Test
    void survivesTruncation() throws IOException {
        for (byte[] bytes : written()) {
            for (int length = 0; length < bytes.length; length += 1 + bytes.length / 60) {
                survives(Arrays.copyOf(bytes, length), "cut to " + length);
            }
        }
    }

    @Test
    void survivesChanges() throws IOException {
        survivesChanges(written(), 0, MUTATIONS);
    }

    @Test
    @Tag("slow")
    @Timeout(7200)
    void survivesManyChanges() throws IOException {
        survivesChanges(written(), MUTATIONS, MUTATIONS + MANY);
    }

    /** The files of other programs hold what we do not write: objects, split and whole, streamer records of all ages, every codec. */
    @Test
    @Tag("slow")
    @Tag("shared")
    @Timeout(7200)
    void survivesChangesOfWhatOtherProgramsWrote() throws IOException {
        assumeTrue(Files.isDirectory(DATA), "no data in " + DATA.toAbsolutePath());
        List<byte[]> files = new ArrayList<>();
        try (Stream<Path> all = Files.walk(DATA)) {
            for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
                if (Files.size(file) <= LARGEST) {
                    files.add(Files.readAllBytes(file));
                }
            }
        }
        assertThat(files).hasSizeGreaterThan(50);
        survivesChanges(files, 0, MANY);
    }

    /** Returns small files of our own: of all types, lists of lists among them. */
    private List<byte[]> written() throws IOException {
        List<byte[]> files = new ArrayList<>();
        for (int i = 0; i < CODECS.size(); i++) {
            RandomTable table = new RandomTable(new RandomStream(i), true);
            Path file = folder.resolve("written.root");
            Compression compression = new Compression(CODECS.get(i).isPresent() ? 6 : 0, CODECS.get(i));
            Tables.write(new RootWriterFormat(), file, table.schema(), table.blocks(), compression);
            files.add(Files.readAllBytes(file));
        }
        return files;
    }

    private void survivesChanges(List<byte[]> files, int from, int to) throws IOException {
        for (int seed = from; seed < to; seed++) {
            RandomStream random = new RandomStream(seed);
            byte[] bytes = files.get(random.nextInt(files.size()));
            boolean isCut = random.nextInt(10) == 0;
            survives(
                    isCut ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : Changes.of(bytes, random),
                    "seed " + seed);
        }
    }

    private void survives(byte[] bytes, String what) throws IOException {
        Path file = Files.write(folder.resolve("damaged.root"), bytes);
        long before = allocated();
        long start = processorTime();
        Optional<UserError> refusal = Optional.empty();
        try {
            readAll(file);
        } catch (UserError e) {
            refusal = Optional.of(e);
        } catch (RuntimeException | IOException | StackOverflowError | OutOfMemoryError e) {
            throw new AssertionError(what + ": " + e, e);
        }
        assertThat(allocated() - before).as("bytes allocated for " + what).isLessThan(MOST_BYTES);
        assertThat(processorTime() - start)
                .as("nanoseconds of the processor for " + what)
                .isLessThan(MOST_NANOSECONDS);
        refusal.ifPresent(
                e -> assertThat(e.message()).as(what).contains("damaged.root").doesNotContain("Exception"));
    }

    private static void readAll(Path file) throws IOException {
        List<TreeSource> trees = new ArrayList<>();
        try (RootFile root = RootFile.open(file)) {
            Damage.in(file, "its list of objects", () -> {
                root.walk((path, key) -> {
                    if (TreeSource.isTree(key.className())) {
                        trees.add(TreeSource.open(root, path + key.name(), key));
                    }
                });
                return trees;
            });
        }
        for (TreeSource tree : trees) {
            List<String> names = tree.schema().stream().map(ColumnInfo::name).toList();
            for (int i = 0; i < names.size(); i += COLUMNS) {
                List<String> some = names.subList(i, Math.min(i + COLUMNS, names.size()));
                try (BlockReader reader = tree.open(some, Tables.context())) {
                    for (int n = 0; n < MOST_BLOCKS && reader.next().isPresent(); n++) {
                        // what is read is right, or an error
                    }
                }
            }
        }
    }

    private static long processorTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static long allocated() {
        return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean())
                .getThreadAllocatedBytes(Thread.currentThread().getId());
    }
}
