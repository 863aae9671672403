package hep.winnow.root.ntuple;

import static org.assertj.core.api.Assertions.assertThat;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.event.ColumnInfo;
import hep.winnow.api.event.EventSource;
import hep.winnow.api.random.RandomStream;
import hep.winnow.root.testing.Changes;
import hep.winnow.testing.Tables;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Files that are cut off, or changed at random: in what lies on the disk, and in what checksums are made of. They are read, or refused with a message that names them. */
class DamageTest {
    private static final int MUTATIONS = 2_000;
    private static final int MANY = 200_000;
    private static final long MOST_BYTES = 64L << 20;
    private static final long MOST_NANOSECONDS = 2_000_000_000L;

    @TempDir
    private Path folder;

    @Test
    void readsTheSpecimen() {
        for (Packer packer : Packer.values()) {
            EventSource source = NTuples.open(folder, Specimen.make(packer));

            assertThat(source.events()).hasValue(40);
            assertThat(source.schema()).hasSize(14);
            assertThat(source.schema())
                    .allSatisfy(c -> assertThat(Tables.words(source, c.name())).hasSizeGreaterThanOrEqualTo(40));
            assertThat(Tables.words(source, "late").subList(14, 20)).containsExactly("0", "0", "1", "2", "3", "4");
        }
    }

    /** Tests of all formats together use the file. */
    @Test
    void keepsTheSpecimenAsAFile() throws IOException {
        assertThat(Files.readAllBytes(Path.of("src/test/resources/ntuple/events.root")))
                .isEqualTo(Specimen.make(Packer.NONE).bytes());
    }

    @Test
    void survivesTruncation() throws IOException {
        for (Packer packer : List.of(Packer.NONE, Packer.ZLIB)) {
            byte[] bytes = Specimen.make(packer).bytes();
            for (int length = 0; length < bytes.length; length += 1 + bytes.length / 150) {
                survives(Arrays.copyOf(bytes, length), packer + " cut to " + length);
            }
        }
    }

    @Test
    void survivesChanges() throws IOException {
        survivesChanges(0, MUTATIONS);
    }

    @Test
    @Tag("slow")
    @Timeout(7200)
    void survivesManyChanges() throws IOException {
        survivesChanges(MUTATIONS, MUTATIONS + MANY);
    }

    /** Makes half of the changes before checksums are, so that these do not hide what lies behind them. */
    private void survivesChanges(int from, int to) throws IOException {
        for (int seed = from; seed < to; seed++) {
            RandomStream random = new RandomStream(seed);
            Packer packer = packer(random.nextInt(20));
            boolean isHidden = seed % 2 == 0;
            byte[] bytes = isHidden
                    ? hidden(packer, random)
                    : Changes.of(Specimen.make(packer).bytes(), random);
            survives(bytes, packer + (isHidden ? ", checksums right" : "") + ", seed " + seed);
        }
    }

    /** Returns a way to pack: most often one that packs fast. */
    private static Packer packer(int drawn) {
        return switch (drawn) {
            case 0 -> Packer.ZSTD;
            case 1 -> Packer.LZ4;
            case 2, 3, 4, 5, 6, 7, 8 -> Packer.ZLIB;
            default -> Packer.NONE;
        };
    }

    private static byte[] hidden(Packer packer, RandomStream random) {
        String[] parts = {"header", "footer", "list", "page"};
        String wanted = parts[random.nextInt(parts.length)];
        int[] skip = {wanted.equals("page") ? random.nextInt(80) : random.nextInt(2)};
        NTupleWriter writer = Specimen.make(packer);
        writer.tamper((part, bytes) -> {
            boolean isIt = part.equals(wanted) && skip[0]-- == 0;
            return isIt || part.equals(wanted) && wanted.equals("header") ? Changes.of(bytes, random) : bytes;
        });
        return writer.bytes();
    }

    private void survives(byte[] bytes, String what) throws IOException {
        Path file = Files.write(folder.resolve("damaged.root"), bytes);
        long before = allocated();
        long start = processorTime();
        Optional<UserError> refusal = Optional.empty();
        try {
            Map<String, EventSource> sources = NTuples.all(file);
            for (EventSource source : sources.values()) {
                Tables.blocks(
                        source, source.schema().stream().map(ColumnInfo::name).toList());
                Tables.blocks(source, List.of());
            }
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

    private static long processorTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static long allocated() {
        return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean())
                .getThreadAllocatedBytes(Thread.currentThread().getId());
    }
}
