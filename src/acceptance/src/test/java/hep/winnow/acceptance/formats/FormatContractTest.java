package hep.winnow.acceptance.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.event.ColumnInfo;
import hep.winnow.api.event.EventSource;
import hep.winnow.api.random.RandomStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every format of files keeps to, CSV and those of all plugins: schema, subsets of columns, reading twice, and files that are damaged in whatever way. */
@Timeout(600)
class FormatContractTest {
    /** Of all specimens of one format together. */
    private static final int MUTATIONS = 500;

    private static final int MANY_MUTATIONS = 200_000;

    /** About so many truncations of a file, at equal steps. */
    private static final int TRUNCATIONS = 400;

    /** What reading a file of a few kilobytes may allocate, whatever sizes the file claims: buffers for its blocks. */
    private static final long MOST_BYTES = 96L << 20;

    private static Readings readings;

    @TempDir
    private static Path folder;

    @BeforeAll
    static void load() {
        readings = new Readings();
    }

    @AfterAll
    static void unload() throws IOException {
        readings.close();
    }

    static List<Specimen> specimens() {
        String told = System.getProperty("winnow.root");
        return Specimen.all(Paths.get(told == null ? "../.." : told));
    }

    private static Path file(Specimen specimen, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(specimen.name()), bytes);
    }

    private static EventSource open(Specimen specimen) throws IOException {
        return readings.open(file(specimen, specimen.bytes()), specimen);
    }

    @ParameterizedTest
    @MethodSource("specimens")
    void isToldFromTheBytes(Specimen specimen) throws IOException {
        Path unnamed = Files.write(folder.resolve("unnamed"), specimen.bytes());

        assertThat(readings.kind(unnamed, specimen.options())).isEqualTo(specimen.kind());
    }

    @ParameterizedTest
    @MethodSource("specimens")
    void tellsColumnsAndEvents(Specimen specimen) throws IOException {
        EventSource source = open(specimen);

        assertThat(source.schema()).isNotEmpty();
        assertThat(source.schema()).extracting(ColumnInfo::name).doesNotHaveDuplicates();
        assertThat(source.files()).containsExactly(folder.resolve(specimen.name()));
        int events = Readings.rows(source, Readings.names(source)).size();
        assertThat(events).isPositive();
        assertThat(Readings.rows(source, List.of())).hasSize(events);
        source.events().ifPresent(told -> assertThat(told).isEqualTo(events));
    }

    @ParameterizedTest
    @MethodSource("specimens")
    void givesTheSameEventsTwice(Specimen specimen) throws IOException {
        EventSource source = open(specimen);
        List<String> first = Readings.rows(source, Readings.names(source));

        assertThat(Readings.rows(source, Readings.names(source))).isEqualTo(first);
        assertThat(Readings.rows(open(specimen), Readings.names(source))).isEqualTo(first);
    }

    @ParameterizedTest
    @MethodSource("specimens")
    void givesAnyColumnsInAnyOrder(Specimen specimen) throws IOException {
        EventSource source = open(specimen);
        List<String> names = Readings.names(source);
        List<List<String>> whole = new ArrayList<>();
        for (String name : names) {
            whole.add(Readings.rows(source, List.of(name)));
        }
        for (int seed = 0; seed < 20; seed++) {
            RandomStream random = new RandomStream(seed);
            List<Integer> asked = new ArrayList<>();
            for (int i = 0; i < 1 + random.nextInt(names.size()); i++) {
                asked.add(random.nextInt(names.size()));
            }
            asked = asked.stream().distinct().toList();
            List<String> rows =
                    Readings.rows(source, asked.stream().map(names::get).toList());
            for (int row = 0; row < rows.size(); row++) {
                StringBuilder expected = new StringBuilder();
                for (int column : asked) {
                    expected.append(whole.get(column).get(row));
                }
                assertThat(rows.get(row)).as("seed %d, row %d", seed, row).isEqualTo(expected.toString());
            }
        }
    }

    /** A source may have all of a file in memory; else it must not hand out less than there was. */
    @ParameterizedTest
    @MethodSource("specimens")
    void losesNothingUntoldOfAFileThatShrinksBehindItsBack(Specimen specimen) throws IOException {
        Path file = file(specimen, specimen.bytes());
        EventSource source = readings.open(file, specimen);
        List<String> whole = Readings.rows(source, Readings.names(source));
        for (int part = 0; part < 4; part++) {
            Files.write(file, specimen.bytes());
            EventSource again = readings.open(file, specimen);
            try (var channel = Files.newByteChannel(file, StandardOpenOption.WRITE)) {
                channel.truncate((long) part * specimen.bytes().length / 4);
            }
            try {
                assertThat(Readings.rows(again, Readings.names(again))).isEqualTo(whole);
            } catch (UserError e) {
                assertThat(e.message()).contains(specimen.name()).doesNotContain("Exception");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("specimens")
    void namesAnEmptyFileAmongOthers(Specimen specimen) throws IOException {
        Path empty = Files.write(folder.resolve("nothing-in-it"), new byte[0]);
        Path file = file(specimen, specimen.bytes());

        assertThatThrownBy(() -> {
                    EventSource source = readings.open(List.of(file, empty), specimen);
                    Readings.rows(source, Readings.names(source));
                })
                .isInstanceOf(UserError.class)
                .hasMessageContaining("nothing-in-it");
    }

    @ParameterizedTest
    @MethodSource("specimens")
    void namesAFileThatMayNotBeRead(Specimen specimen) throws IOException {
        Path file = file(specimen, specimen.bytes());
        Path locked = Files.write(folder.resolve("locked"), specimen.bytes());
        assumeThat(locked.toFile().setReadable(false))
                .as("a system of permissions")
                .isTrue();
        try {
            assumeThat(Files.isReadable(locked))
                    .as("whoever runs this may read all")
                    .isFalse();
            assertThatThrownBy(() -> {
                        EventSource source = readings.open(List.of(file, locked), specimen);
                        Readings.rows(source, Readings.names(source));
                    })
                    .isInstanceOf(UserError.class)
                    .hasMessageContaining("locked");
        } finally {
            Files.delete(locked);
        }
    }

    @ParameterizedTest
    @MethodSource("specimens")
    void survivesTruncation(Specimen specimen) throws IOException {
        survivesTruncations(specimen, 1 + specimen.bytes().length / TRUNCATIONS);
    }

    @Tag("slow")
    @ParameterizedTest
    @MethodSource("specimens")
    @Timeout(7200)
    void survivesTruncationAtEachByte(Specimen specimen) throws IOException {
        survivesTruncations(specimen, 1);
    }

    private static void survivesTruncations(Specimen specimen, int step) throws IOException {
        byte[] bytes = specimen.bytes();
        for (int length = 0; length < bytes.length; length += step) {
            survives(specimen, Arrays.copyOf(bytes, length), "its first " + length + " bytes");
        }
    }

    @ParameterizedTest
    @MethodSource("specimens")
    void survivesDamage(Specimen specimen) throws IOException {
        survivesMutations(specimen, 0, share(specimen, MUTATIONS));
    }

    @Tag("slow")
    @ParameterizedTest
    @MethodSource("specimens")
    @Timeout(7200)
    void survivesMuchDamage(Specimen specimen) throws IOException {
        survivesMutations(specimen, MUTATIONS, MUTATIONS + share(specimen, MANY_MUTATIONS));
    }

    private static int share(Specimen specimen, int mutations) {
        long ofTheKind = specimens().stream()
                .filter(s -> s.kind().equals(specimen.kind()))
                .count();
        return (int) (mutations / ofTheKind);
    }

    private static void survivesMutations(Specimen specimen, int from, int to) throws IOException {
        for (int seed = from; seed < to; seed++) {
            survives(specimen, Mutation.of(specimen.bytes(), seed), "the mutation of seed " + seed);
        }
    }

    /** Holds if a file is read, or refused with a message that names it. */
    private static void survives(Specimen specimen, byte[] bytes, String what) throws IOException {
        Path file = file(specimen, bytes);
        long before = allocated();
        Optional<UserError> refusal = Optional.empty();
        try {
            EventSource source = readings.open(file, specimen);
            Readings.rows(source, Readings.names(source));
        } catch (UserError e) {
            refusal = Optional.of(e);
        } catch (RuntimeException | IOException | StackOverflowError | OutOfMemoryError e) {
            throw new AssertionError(specimen + ", " + what + ": " + e, e);
        }
        long used = allocated() - before;
        assertThat(used).as("bytes allocated for %s, %s", specimen, what).isLessThan(MOST_BYTES);
        refusal.ifPresent(e -> assertThat(e.message())
                .as("%s, %s", specimen, what)
                .contains(specimen.name())
                .doesNotContain("Exception"));
    }

    private static long allocated() {
        return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean())
                .getThreadAllocatedBytes(Thread.currentThread().getId());
    }
}
