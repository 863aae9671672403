package hep.winnow.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import hep.winnow.api.event.Column;
import hep.winnow.api.event.ColumnInfo;
import hep.winnow.api.event.ColumnType;
import hep.winnow.api.event.EventBlock;
import hep.winnow.api.event.EventFileHead;
import hep.winnow.api.event.EventSource;
import hep.winnow.api.event.EventWriter;
import hep.winnow.api.random.RandomStream;
import hep.winnow.api.step.EventWriterFormat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written is read back equal. */
class RoundTripTest {
    @TempDir
    private Path folder;

    @Test
    void givesRandomTablesBack() throws IOException {
        EventWriterFormat format = new ParquetWriterFormat();
        for (int seed = 0; seed < 300; seed++) {
            RandomTable table = new RandomTable(new RandomStream(seed), true);
            Path file = folder.resolve("t" + format.endings().get(0));
            write(format, file, table.schema(), table.blocks());

            EventSource source = ParquetSource.open(List.of(file)).get(0);
            assertThat(source.schema()).as("seed %d", seed).isEqualTo(table.schema());
            for (int c = 0; c < table.schema().size(); c++) {
                assertThat(Tables.words(source, table.schema().get(c).name()))
                        .as("seed %d, column %d", seed, c)
                        .isEqualTo(table.words(c));
            }
        }
        try (var files = Files.list(folder)) {
            assertThat(files).as("nothing is left beside the file").hasSize(1);
        }
    }

    @Test
    void writesWhereEventsComeFrom() throws IOException {
        Path file = folder.resolve("a.parquet");
        write(new ParquetWriterFormat(), file, List.of(ColumnInfo.of("x", ColumnType.DOUBLE)), List.of());

        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).contains("winnow.seed");
        assertThat(ParquetSource.open(List.of(file)).get(0).events()).hasValue(0);
    }

    @Test
    void saysWhichListsItCannotWrite() {
        ParquetWriterFormat format = new ParquetWriterFormat();

        assertThat(format.refusal(ColumnInfo.lists("j", ColumnType.FLOAT))).isEmpty();
        assertThat(format.refusal(new ColumnInfo("j", ColumnType.FLOAT, 2, ""))).isPresent();
    }

    private static void write(EventWriterFormat format, Path file, List<ColumnInfo> schema, List<EventBlock> blocks)
            throws IOException {
        Files.deleteIfExists(file);
        EventFileHead head = new EventFileHead(String.valueOf(file.getFileName()), schema, Map.of("winnow.seed", "7"));
        try (EventWriter writer = format.create(file, head)) {
            for (EventBlock block : blocks) {
                writer.write(block);
            }
            writer.finish();
        }
    }

    /** A table of random columns, in random blocks. */
    private static final class RandomTable {
        private static final List<ColumnType> TYPES = List.of(ColumnType.values());
        private static final double[] ODD = {
            0, -0.0, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.MIN_VALUE, Double.MAX_VALUE
        };
        private static final String[] TEXTS = {"", "a", "längér", "\uD835\uDEFC", "a\0b", " ", "'\"\\\n"};

        private final RandomStream random;
        private final List<ColumnInfo> schema = new ArrayList<>();
        private final List<EventBlock> blocks = new ArrayList<>();

        RandomTable(RandomStream random, boolean hasLists) {
            this.random = random;
            int columns = 1 + random.nextInt(5);
            for (int c = 0; c < columns; c++) {
                ColumnType type = TYPES.get(random.nextInt(TYPES.size()));
                boolean isList = hasLists && random.nextInt(3) == 0;
                String name = new String[] {"x", "Δφ", "a b", "it's", "x.y"}[c];
                schema.add(new ColumnInfo(name, type, isList ? 1 : 0, ""));
            }
            int count = random.nextInt(4);
            for (int b = 0; b < count; b++) {
                int size = random.nextInt(20);
                blocks.add(new EventBlock(
                        size, schema.stream().map(info -> column(info, size)).toList()));
            }
        }

        List<ColumnInfo> schema() {
            return schema;
        }

        List<EventBlock> blocks() {
            return blocks;
        }

        List<String> words(int column) {
            List<String> words = new ArrayList<>();
            for (EventBlock block : blocks) {
                words.addAll(Tables.words(block.columns().get(column)));
            }
            return words;
        }

        private Column column(ColumnInfo info, int size) {
            if (info.depth() == 0) {
                return values(info.type(), size);
            }
            int[] offsets = new int[size + 1];
            for (int i = 0; i < size; i++) {
                offsets[i + 1] = offsets[i] + (random.nextInt(8) == 0 ? 300 : random.nextInt(4));
            }
            return new Column.Lists(offsets, values(info.type(), offsets[size]));
        }

        private double number() {
            return random.nextInt(3) == 0 ? ODD[random.nextInt(ODD.length)] : random.nextDouble() * 1e3 - 500;
        }

        private Column values(ColumnType type, int n) {
            double[] doubles = new double[n];
            float[] floats = new float[n];
            int[] ints = new int[n];
            long[] longs = new long[n];
            boolean[] truths = new boolean[n];
            String[] texts = new String[n];
            for (int i = 0; i < n; i++) {
                doubles[i] = number();
                floats[i] = (float) number();
                longs[i] = random.nextLong();
                ints[i] = (int) random.nextLong();
                truths[i] = random.nextInt(2) == 0;
                texts[i] = TEXTS[random.nextInt(TEXTS.length)];
            }
            return switch (type) {
                case DOUBLE -> new Column.Doubles(doubles);
                case FLOAT -> new Column.Floats(floats);
                case INT -> new Column.Ints(ints);
                case LONG -> new Column.Longs(longs);
                case BOOLEAN -> new Column.Booleans(truths);
                case STRING -> new Column.Strings(texts);
            };
        }
    }
}
