package hep.winnow.core.testing;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.event.BlockReader;
import hep.winnow.api.event.Column;
import hep.winnow.api.event.ColumnInfo;
import hep.winnow.api.event.ColumnType;
import hep.winnow.api.event.EventBlock;
import hep.winnow.api.event.EventSource;
import hep.winnow.api.event.ReadContext;
import hep.winnow.api.random.RandomStream;
import hep.winnow.api.step.Inline;
import hep.winnow.api.step.Named;
import hep.winnow.api.step.Option;
import hep.winnow.api.step.SampleDefaults;
import hep.winnow.api.step.SampleOptions;
import hep.winnow.api.step.SourceStep;
import hep.winnow.api.step.Verb;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code numbers s events=100}: events with x, y and w at random, number n and kind (a, b or c). */
@Verb(value = "numbers", doc = "Makes events.")
public record Numbers(
        @Named(doc = "the sample") String name,
        @Inline SampleOptions sample,
        @Option(doc = "how many", value = "100", min = 0) int events,

        @Option(doc = "how many stand in a block", value = "4096", min = 1)
        int block,

        @Option(doc = "added to x", value = "0") double shift)
        implements SourceStep {
    private static final List<ColumnInfo> SCHEMA = List.of(
            ColumnInfo.of("x", ColumnType.DOUBLE),
            new ColumnInfo("y", ColumnType.FLOAT, "GeV"),
            ColumnInfo.of("w", ColumnType.DOUBLE),
            ColumnInfo.of("n", ColumnType.LONG),
            ColumnInfo.of("kind", ColumnType.STRING));

    public Numbers {
        if (events == 13) {
            throw new IllegalArgumentException("events must not be 13");
        }
    }

    @Override
    public SampleDefaults defaults() {
        return new SampleDefaults("", "n % 2 == 0", "");
    }

    @Override
    public EventSource source(RandomStream random) {
        if (events == 666) {
            throw UserError.macro("events=666 brings no luck", "take another number");
        }
        Column[] all = columns(random.stream("rows"));
        return new EventSource() {
            @Override
            public List<ColumnInfo> schema() {
                return SCHEMA;
            }

            @Override
            public BlockReader open(List<String> columns, ReadContext context) {
                return new Reader(all, columns);
            }
        };
    }

    private Column[] columns(RandomStream random) {
        double[] x = new double[events];
        float[] y = new float[events];
        double[] w = new double[events];
        long[] n = new long[events];
        String[] kind = new String[events];
        for (int i = 0; i < events; i++) {
            x[i] = shift + random.nextGaussian() + (i % 2 == 0 ? 0.5 : -0.5);
            y[i] = (float) random.nextDouble(0, 10);
            w[i] = random.nextDouble(-0.2, 1);
            n[i] = i;
            kind[i] = "abc".substring(i % 3, i % 3 + 1);
        }
        return new Column[] {
            new Column.Doubles(x),
            new Column.Floats(y),
            new Column.Doubles(w),
            new Column.Longs(n),
            new Column.Strings(kind)
        };
    }

    private final class Reader implements BlockReader {
        private final Column[] all;
        private final List<String> names;
        private int at;

        Reader(Column[] all, List<String> names) {
            this.all = all;
            this.names = names;
        }

        @Override
        public Optional<EventBlock> next() {
            int size = Math.min(block, events - at);
            if (size <= 0) {
                return Optional.empty();
            }
            List<Column> columns = new ArrayList<>();
            for (String name : names) {
                columns.add(slice(all[index(name)], at, size));
            }
            at += size;
            return Optional.of(new EventBlock(size, columns));
        }

        private static int index(String name) {
            return SCHEMA.stream().map(ColumnInfo::name).toList().indexOf(name);
        }

        private static Column slice(Column column, int from, int size) {
            int to = from + size;
            if (column instanceof Column.Doubles c) {
                return new Column.Doubles(java.util.Arrays.copyOfRange(c.values(), from, to));
            }
            if (column instanceof Column.Floats c) {
                return new Column.Floats(java.util.Arrays.copyOfRange(c.values(), from, to));
            }
            if (column instanceof Column.Longs c) {
                return new Column.Longs(java.util.Arrays.copyOfRange(c.values(), from, to));
            }
            return new Column.Strings(java.util.Arrays.copyOfRange(((Column.Strings) column).values(), from, to));
        }

        @Override
        public void close() {}
    }
}
