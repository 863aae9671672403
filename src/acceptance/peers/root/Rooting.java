import hep.winnow.api.event.BlockReader;
import hep.winnow.api.event.Column;
import hep.winnow.api.event.ColumnInfo;
import hep.winnow.api.event.Compression;
import hep.winnow.api.event.ColumnType;
import hep.winnow.api.event.EventBlock;
import hep.winnow.api.event.EventFileHead;
import hep.winnow.api.event.EventSource;
import hep.winnow.api.event.EventWriter;
import hep.winnow.api.event.ReadContext;
import hep.winnow.api.random.RandomStream;
import hep.winnow.api.run.Workers;
import hep.winnow.api.step.EventWriterFormat;
import hep.winnow.columnar.parquet.ParquetWriterFormat;
import hep.winnow.core.run.ThreadWorkers;
import hep.winnow.root.file.RootFile;
import hep.winnow.root.tree.TreeSource;
import hep.winnow.root.write.RootWriterFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes trees, and reads them again and again; prints the seconds of each time and the number of values.
 *
 * <pre>
 * make FOLDER EVENTS                    flat trees of each codec, and a jagged one
 * read FILE THREADS ROUNDS [COLUMN]…    all columns if none is named
 * write root|parquet FILE EVENTS ROUNDS a flat tree, packed fast
 * </pre>
 */
public final class Rooting {
    private static final int BLOCK = 8000;
    private static final int FLAT = 20;

    public static void main(String[] arguments) throws IOException {
        switch (arguments[0]) {
            case "make" -> make(Path.of(arguments[1]), Integer.parseInt(arguments[2]));
            case "read" -> read(arguments);
            case "write" -> write(arguments);
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }

    private static void make(Path folder, int events) throws IOException {
        for (int level : new int[] {0, 1, 5}) {
            make(folder.resolve("flat" + level + ".root"), Compression.of(level), events, flat());
        }
        for (String codec : List.of("zlib", "lzma")) {
            make(folder.resolve(codec + ".root"), new Compression(1, Optional.of(codec)), events, flat());
        }
        make(folder.resolve("jagged.root"), Compression.of(1), events, jagged());
    }

    private static void make(Path file, Compression compression, int events, List<ColumnInfo> columns)
            throws IOException {
        if (!Files.exists(file)) {
            save(new RootWriterFormat(), file, compression, blocks(events, columns), columns);
        }
    }

    private static List<ColumnInfo> flat() {
        List<ColumnInfo> columns = new ArrayList<>();
        for (int i = 0; i < FLAT; i++) {
            columns.add(ColumnInfo.of("x" + i, ColumnType.DOUBLE));
        }
        return columns;
    }

    /** Returns columns like those of a real ntuple: ten numbers an event, and five collections of eight variables. */
    private static List<ColumnInfo> jagged() {
        List<ColumnInfo> columns = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            columns.add(ColumnInfo.of("s" + i, ColumnType.FLOAT));
        }
        for (int i = 0; i < 40; i++) {
            columns.add(ColumnInfo.lists("j" + i, ColumnType.FLOAT));
        }
        return columns;
    }

    /** Makes blocks one by one, since all of them would not fit. */
    private static Iterable<EventBlock> blocks(int events, List<ColumnInfo> columns) {
        RandomStream random = new RandomStream(1);
        return () -> java.util.stream.IntStream.range(0, (events + BLOCK - 1) / BLOCK)
                .mapToObj(b -> block(Math.min(BLOCK, events - b * BLOCK), columns, random))
                .iterator();
    }

    private static EventBlock block(int size, List<ColumnInfo> columns, RandomStream random) {
        List<Column> made = new ArrayList<>();
        int[] offsets = {0};
        for (int c = 0; c < columns.size(); c++) {
            if (columns.get(c).type() == ColumnType.DOUBLE) {
                double[] values = new double[size];
                for (int i = 0; i < size; i++) {
                    // Every other column has few digits, as momenta in MeV have: those can be packed.
                    double value = random.nextGaussian();
                    values[i] = c % 2 == 0 ? Math.rint(value * 1000) / 1000 : value;
                }
                made.add(new Column.Doubles(values));
                continue;
            }
            boolean isList = columns.get(c).depth() > 0;
            if (isList && c % 8 == 2) {
                offsets = new int[size + 1];
                for (int i = 0; i < size; i++) {
                    offsets[i + 1] = offsets[i] + random.nextInt(5);
                }
            }
            float[] values = new float[isList ? offsets[size] : size];
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) random.nextGaussian();
            }
            Column numbers = new Column.Floats(values);
            made.add(isList ? new Column.Lists(offsets, numbers) : numbers);
        }
        return new EventBlock(size, made);
    }

    private static void save(
            EventWriterFormat format, Path file, Compression compression, Iterable<EventBlock> blocks, List<ColumnInfo> columns)
            throws IOException {
        Files.deleteIfExists(file);
        EventFileHead head = new EventFileHead(file.getFileName().toString(), columns, Map.of(), compression);
        try (EventWriter writer = format.create(file, head)) {
            for (EventBlock block : blocks) {
                writer.write(block);
            }
            writer.finish();
        }
    }

    private static void write(String[] arguments) throws IOException {
        EventWriterFormat format =
                arguments[1].equals("root") ? new RootWriterFormat() : new ParquetWriterFormat();
        List<EventBlock> blocks = new ArrayList<>();
        blocks(Integer.parseInt(arguments[3]), flat()).forEach(blocks::add);
        for (int round = 0; round < Integer.parseInt(arguments[4]); round++) {
            long start = System.nanoTime();
            save(format, Path.of(arguments[2]), Compression.of(1), blocks, flat());
            System.out.println((System.nanoTime() - start) / 1e9 + " " + Files.size(Path.of(arguments[2])));
        }
    }

    private static void read(String[] arguments) throws IOException {
        List<String> names = Arrays.asList(arguments).subList(4, arguments.length);
        try (ThreadWorkers workers = new ThreadWorkers(Integer.parseInt(arguments[2]))) {
            for (int round = 0; round < Integer.parseInt(arguments[3]); round++) {
                long start = System.nanoTime();
                long values = values(Path.of(arguments[1]), names, workers);
                System.out.println((System.nanoTime() - start) / 1e9 + " " + values);
            }
        }
    }

    private static long values(Path path, List<String> names, Workers workers) throws IOException {
        List<EventSource> trees = new ArrayList<>();
        try (RootFile file = RootFile.open(path)) {
            file.walk((folder, key) -> {
                if (TreeSource.isTree(key.className())) {
                    trees.add(TreeSource.open(file, key.name(), key));
                }
            });
        }
        EventSource tree = trees.get(0);
        List<String> asked = names.isEmpty()
                ? tree.schema().stream().map(ColumnInfo::name).toList()
                : names;
        long values = 0;
        try (BlockReader reader = tree.open(asked, new Context(workers))) {
            for (Optional<EventBlock> block = reader.next(); block.isPresent(); block = reader.next()) {
                for (Column column : block.get().columns()) {
                    values += column instanceof Column.Lists lists ? lists.values().size() : column.size();
                }
            }
        }
        return values;
    }

    private record Context(Workers workers) implements ReadContext {
        @Override
        public void badRow(String file, long line, String reason) {
            throw new IllegalStateException(file + ":" + line + ": " + reason);
        }
    }
}
