package hep.winnow.images;

import hep.winnow.api.event.BlockReader;
import hep.winnow.api.event.ColumnInfo;
import hep.winnow.api.event.EventBlock;
import hep.winnow.api.event.EventSource;
import hep.winnow.api.event.ReadContext;
import hep.winnow.api.run.Workers;
import hep.winnow.api.step.OnBad;
import hep.winnow.api.step.ReadOptions;
import hep.winnow.api.step.SampleOptions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads whole sources. */
public final class Reads {
    /** What a macro says of a sample that it says nothing of. */
    public static final SampleOptions NOTHING = new SampleOptions(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.empty());

    /** All rows, none of them bad. */
    public static final ReadOptions ALL = new ReadOptions(0, OnBad.ERROR);

    /** All rows, without the bad ones. */
    public static final ReadOptions GOOD = new ReadOptions(0, OnBad.SKIP);

    private Reads() {}

    /** Returns the names of the columns. */
    public static List<String> names(EventSource source) {
        return source.schema().stream().map(ColumnInfo::name).toList();
    }

    /** Returns the blocks of some columns; no row may be bad. */
    public static List<EventBlock> blocks(EventSource source, List<String> columns) {
        List<String> bad = new ArrayList<>();
        List<EventBlock> blocks = blocks(source, columns, bad);
        if (!bad.isEmpty()) {
            throw new AssertionError(bad.toString());
        }
        return blocks;
    }

    /** Returns the blocks of some columns, and adds bad rows to a list. */
    public static List<EventBlock> blocks(EventSource source, List<String> columns, List<String> bad) {
        ReadContext context = new ReadContext() {
            @Override
            public Workers workers() {
                return Workers.sequential();
            }

            @Override
            public void badRow(String file, long line, String reason) {
                bad.add(file + ":" + line + ": " + reason);
            }
        };
        List<EventBlock> blocks = new ArrayList<>();
        try (BlockReader reader = source.open(columns, context)) {
            for (Optional<EventBlock> b = reader.next(); b.isPresent(); b = reader.next()) {
                blocks.add(b.get());
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return blocks;
    }

    /** Returns a column as numbers. */
    public static List<Double> numbers(EventSource source, String column) {
        List<Double> out = new ArrayList<>();
        for (EventBlock block : blocks(source, List.of(column))) {
            for (int i = 0; i < block.size(); i++) {
                out.add(block.columns().get(0).number(i));
            }
        }
        return out;
    }

    /** Returns event {@code i} of a source of one block: its pixels. */
    public static List<Double> pixels(EventSource source, int i) {
        List<String> names =
                names(source).stream().filter(n -> n.matches("p[0-9]+")).toList();
        return blocks(source, names).get(0).columns().stream()
                .map(c -> c.number(i))
                .toList();
    }
}
