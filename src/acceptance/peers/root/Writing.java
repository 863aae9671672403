import hep.winnow.api.event.Column;
import hep.winnow.api.event.ColumnInfo;
import hep.winnow.api.event.ColumnType;
import hep.winnow.api.event.EventBlock;
import hep.winnow.api.event.EventFileHead;
import hep.winnow.api.event.EventWriter;
import hep.winnow.api.step.EventWriterFormat;
import hep.winnow.columnar.parquet.ParquetWriterFormat;
import hep.winnow.root.write.RootWriterFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Writes the same events as ROOT and as Parquet, in turns; prints medians of five times each, and their ratio. */
public final class Writing {
    private static final int COLUMNS = 20;
    private static final int BLOCK = 1 << 16;
    private static final int TIMES = 5;

    public static void main(String[] args) throws IOException {
        int rows = Integer.parseInt(args[0]);
        List<ColumnInfo> schema = new ArrayList<>();
        for (int c = 0; c < COLUMNS; c++) {
            schema.add(ColumnInfo.of("c" + c, ColumnType.DOUBLE));
        }
        List<EventBlock> blocks = blocks(rows);
        boolean isReached = true;
        for (int compression : new int[] {0, 1}) {
            List<EventWriterFormat> formats = List.of(new RootWriterFormat(), new ParquetWriterFormat());
            double[][] seconds = new double[formats.size()][TIMES];
            long[] bytes = new long[formats.size()];
            for (int t = -1; t < TIMES; t++) {
                for (int f = 0; f < formats.size(); f++) {
                    Path file = Files.createTempDirectory("winnow-writing").resolve("t");
                    long from = System.nanoTime();
                    write(formats.get(f), file, new EventFileHead("t", schema, Map.of(), compression), blocks);
                    if (t >= 0) {
                        seconds[f][t] = (System.nanoTime() - from) * 1e-9;
                    }
                    bytes[f] = Files.size(file);
                    Files.delete(file);
                    Files.delete(file.getParent());
                }
            }
            for (double[] of : seconds) {
                Arrays.sort(of);
            }
            double ratio = seconds[1][TIMES / 2] / seconds[0][TIMES / 2];
            System.out.printf(
                    "compression=%d: ROOT %.2f s, %d MB; Parquet %.2f s, %d MB; ROOT is %.2f times as fast%n",
                    compression, seconds[0][TIMES / 2], bytes[0] >> 20, seconds[1][TIMES / 2], bytes[1] >> 20, ratio);
            isReached &= ratio >= 1;
        }
        System.out.println(isReached ? "ok     no slower than Parquet" : "MISSED slower than Parquet");
        System.exit(isReached ? 0 : 1);
    }

    /** Momenta kept to 1 MeV, which pack a little, and numbers that do not pack. */
    private static List<EventBlock> blocks(int rows) {
        Random random = new Random(7);
        List<EventBlock> blocks = new ArrayList<>();
        for (int from = 0; from < rows; from += BLOCK) {
            int size = Math.min(BLOCK, rows - from);
            List<Column> columns = new ArrayList<>();
            for (int c = 0; c < COLUMNS; c++) {
                boolean isRounded = c % 2 == 0;
                double[] values = random.doubles(size)
                        .map(x -> isRounded ? StrictMath.rint(-50_000 * StrictMath.log(1 - x)) / 1000 : x)
                        .toArray();
                columns.add(new Column.Doubles(values));
            }
            blocks.add(new EventBlock(size, columns));
        }
        return blocks;
    }

    private static void write(EventWriterFormat format, Path file, EventFileHead head, List<EventBlock> blocks)
            throws IOException {
        try (EventWriter writer = format.create(file, head)) {
            for (EventBlock block : blocks) {
                writer.write(block);
            }
            writer.finish();
        }
    }
}
