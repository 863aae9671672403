package hep.winnow.core.verbs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hep.winnow.api.event.BlockReader;
import hep.winnow.api.event.Column;
import hep.winnow.api.event.ColumnInfo;
import hep.winnow.api.event.ColumnType;
import hep.winnow.api.event.EventBlock;
import hep.winnow.api.event.EventSource;
import hep.winnow.api.event.ReadContext;
import hep.winnow.api.run.RunRecord;
import hep.winnow.api.run.Workers;
import hep.winnow.core.Winnow;
import hep.winnow.core.run.RunListener;
import hep.winnow.core.run.RunOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FirstRowsTest {
    private static final int BLOCK = 4;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"1, 1", "3, 3", "4, 4", "5, 5", "10, 10", "11, 10", "1000000000000, 10"})
    void handsOutTheFirstEventsInOrder(long rows, int expected) throws IOException {
        EventSource source = new FirstRows(new Counting(10), rows);

        assertThat(values(source))
                .containsExactlyElementsOf(IntStream.range(0, expected).boxed().toList());
        assertThat(source.events()).hasValue(expected);
    }

    @Test
    void readsNoBlockBehindTheLastEvent() throws IOException {
        Counting all = new Counting(100);

        values(new FirstRows(all, 2 * BLOCK));

        assertThat(all.blocks).isEqualTo(2);
        assertThat(all.isClosed).isTrue();
    }

    @Test
    void cutsColumnsOfEachType() throws IOException {
        List<Column> columns = List.of(
                new Column.Floats(new float[] {1, 2}),
                new Column.Doubles(new double[] {1, 2}),
                new Column.Ints(new int[] {1, 2}),
                new Column.Longs(new long[] {1, 2}),
                new Column.Booleans(new boolean[] {true, false}),
                new Column.Strings(new String[] {"1", "2"}));
        EventSource source = new FirstRows(new OneBlock(new EventBlock(2, columns)), 1);

        EventBlock block = source.open(List.of(), new Context()).next().orElseThrow();

        assertThat(block.size()).isEqualTo(1);
        assertThat(block.columns()).extracting(Column::type).containsExactlyInAnyOrder(ColumnType.values());
        assertThat(block.columns()).allMatch(c -> c.size() == 1 && !(c.number(0) > 1));
    }

    @Test
    void refusesNoEvents() {
        assertThatThrownBy(() -> new FirstRows(new Counting(1), 0)).hasMessageContaining("at least 1, found 0");
    }

    @Test
    void readTakesTheFirstRowsOfAllFilesTogether() throws IOException {
        Files.writeString(folder.resolve("a.csv"), "x\n1\n2\n3\n");
        Files.writeString(folder.resolve("b.csv"), "x\n4\n5\n6\n");

        assertThat(read("rows=5").events()).isEqualTo(5);
        assertThat(folder.resolve("few.csv")).hasContent("x\n1\n2\n3\n4\n5");
        assertThat(read("rows=0").events()).isEqualTo(6);
    }

    @Test
    void refusesANegativeNumberOfRows() {
        assertThat(new Winnow(List.of())
                        .check("m.wn", "winnow 1\nread few from \"a.csv\" rows=-1\n", folder, Map.of())
                        .diagnostics())
                .anySatisfy(d -> assertThat(d.toString()).contains("rows"));
    }

    private RunRecord.Input read(String option) {
        Winnow winnow = new Winnow(List.of());
        String macro = "winnow 1\nread few from [\"a.csv\", \"b.csv\"] " + option + "\nsave few to \"few.csv\"\n";
        var program = winnow.check("m.wn", macro, folder, Map.of()).program().orElseThrow();
        return winnow.run(program, new RunOptions(folder, 1, "test"), RunListener.SILENT)
                .record()
                .inputs()
                .get(0);
    }

    private static List<Integer> values(EventSource source) throws IOException {
        List<Integer> out = new ArrayList<>();
        try (BlockReader reader = source.open(List.of("n"), new Context())) {
            for (var block = reader.next(); block.isPresent(); block = reader.next()) {
                assertThat(block.get().size()).isPositive();
                for (int i = 0; i < block.get().size(); i++) {
                    out.add((int) block.get().columns().get(0).number(i));
                }
            }
        }
        return out;
    }

    /** The numbers from 0 on, in blocks of {@link #BLOCK}. */
    private static final class Counting implements EventSource {
        private final int size;
        private int blocks;
        private boolean isClosed;

        Counting(int size) {
            this.size = size;
        }

        @Override
        public List<ColumnInfo> schema() {
            return List.of(ColumnInfo.of("n", ColumnType.INT));
        }

        @Override
        public OptionalLong events() {
            return OptionalLong.of(size);
        }

        @Override
        public BlockReader open(List<String> columns, ReadContext context) {
            return new BlockReader() {
                private int at;

                @Override
                public Optional<EventBlock> next() {
                    int n = Math.min(BLOCK, size - at);
                    if (n == 0) {
                        return Optional.empty();
                    }
                    int from = at;
                    at += n;
                    blocks++;
                    int[] values = IntStream.range(from, from + n).toArray();
                    return Optional.of(new EventBlock(n, List.of(new Column.Ints(values))));
                }

                @Override
                public void close() {
                    isClosed = true;
                }
            };
        }
    }

    /** One block, again and again. */
    private record OneBlock(EventBlock block) implements EventSource {
        @Override
        public List<ColumnInfo> schema() {
            return List.of();
        }

        @Override
        public BlockReader open(List<String> columns, ReadContext context) {
            return new BlockReader() {
                @Override
                public Optional<EventBlock> next() {
                    return Optional.of(block);
                }

                @Override
                public void close() {}
            };
        }
    }

    private static final class Context implements ReadContext {
        @Override
        public Workers workers() {
            return Workers.sequential();
        }

        @Override
        public void badRow(String file, long line, String reason) {
            throw new AssertionError(reason);
        }
    }
}
