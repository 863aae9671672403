package hep.winnow.toys.source;

import hep.winnow.api.event.BlockReader;
import hep.winnow.api.event.Column;
import hep.winnow.api.event.ColumnInfo;
import hep.winnow.api.event.EventBlock;
import hep.winnow.api.event.EventSource;
import hep.winnow.api.event.ReadContext;
import hep.winnow.api.run.Workers;
import hep.winnow.api.step.SampleOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;

/** Reads whole toys for tests. */
public final class Reads {
    private Reads() {}

    /** A sample of which the macro says nothing. */
    public static final SampleOptions NOTHING_SAID = new SampleOptions(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.empty());

    /** Returns each column as text that tells each bit, event by event. */
    public static List<List<String>> text(EventSource source, List<String> columns, Workers workers) {
        List<List<String>> out = new ArrayList<>();
        columns.forEach(name -> out.add(new ArrayList<>()));
        for (EventBlock block : blocks(source, columns, workers)) {
            for (int c = 0; c < columns.size(); c++) {
                for (int i = 0; i < block.size(); i++) {
                    out.get(c).add(text(block.columns().get(c), i));
                }
            }
        }
        return out;
    }

    private static String text(Column column, int i) {
        return column instanceof Column.Strings strings ? strings.values()[i] : Double.toHexString(column.number(i));
    }

    /** Returns all columns as text. */
    public static List<List<String>> text(EventSource source) {
        return text(source, source.schema().stream().map(ColumnInfo::name).toList(), Workers.sequential());
    }

    /** Returns a column as numbers. */
    public static double[] numbers(EventSource source, String column) {
        return blocks(source, List.of(column), Workers.sequential()).stream()
                .flatMapToDouble(block -> java.util.stream.IntStream.range(0, block.size())
                        .mapToDouble(i -> block.columns().get(0).number(i)))
                .toArray();
    }

    /** Returns all blocks. */
    public static List<EventBlock> blocks(EventSource source, List<String> columns, Workers workers) {
        List<EventBlock> out = new ArrayList<>();
        try (BlockReader reader = source.open(columns, context(workers))) {
            Optional<EventBlock> block = reader.next();
            while (block.isPresent()) {
                out.add(block.get());
                block = reader.next();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out;
    }

    /** Returns workers that go through the indices backwards, as if on {@code threads} threads. */
    public static Workers backwards(int threads) {
        return new Workers() {
            @Override
            public int threads() {
                return threads;
            }

            @Override
            public void forEach(int n, IntConsumer body) {
                for (int i = n - 1; i >= 0; i--) {
                    body.accept(i);
                }
            }
        };
    }

    private static ReadContext context(Workers workers) {
        return new ReadContext() {
            @Override
            public Workers workers() {
                return workers;
            }

            @Override
            public void badRow(String file, long line, String reason) {
                throw new AssertionError("a toy has no bad rows");
            }
        };
    }
}
