package hep.winnow.root.testing;

import hep.winnow.api.event.BlockReader;
import hep.winnow.api.event.Column;
import hep.winnow.api.event.EventBlock;
import hep.winnow.api.event.EventSource;
import hep.winnow.api.event.ReadContext;
import hep.winnow.api.run.Workers;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is in a column: the first three events, and sums over all values in all lists. */
public final class Summary {
    public final List<Object> first = new ArrayList<>();
    public long events;
    public long count;
    public long nonfinite;
    public double sum;
    public double absolute;
    public double min = Double.POSITIVE_INFINITY;
    private boolean isNumeric = true;
    public double max = Double.NEGATIVE_INFINITY;

    public static Summary of(EventSource source, String column) throws IOException {
        ReadContext context = new ReadContext() {
            @Override
            public Workers workers() {
                return Workers.sequential();
            }

            @Override
            public void badRow(String file, long line, String reason) {
                throw new AssertionError(reason);
            }
        };
        Summary summary = new Summary();
        try (BlockReader reader = source.open(List.of(column), context)) {
            for (Optional<EventBlock> b = reader.next(); b.isPresent(); b = reader.next()) {
                Column values = b.get().columns().get(0);
                for (int i = 0; i < values.size() && summary.first.size() < 3; i++) {
                    summary.first.add(value(values, i));
                }
                summary.events += values.size();
                while (values instanceof Column.Lists lists) {
                    values = lists.values();
                }
                summary.add(values);
            }
        }
        return summary;
    }

    /** Tells whether the values are numbers or truth values. */
    public boolean isNumeric() {
        return isNumeric;
    }

    private void add(Column values) {
        isNumeric = values.type().isNumeric();
        count += values.size();
        for (int i = 0; i < values.size(); i++) {
            double value = values.number(i);
            if (!Double.isFinite(value)) {
                nonfinite++;
            } else {
                sum += value;
                absolute += value < 0 ? -value : value;
                min = Math.min(min, value);
                max = Math.max(max, value);
            }
        }
    }

    private static Object value(Column column, int i) {
        if (column instanceof Column.Lists lists) {
            List<Object> list = new ArrayList<>();
            for (int k = lists.offsets()[i]; k < lists.offsets()[i + 1]; k++) {
                list.add(value(lists.values(), k));
            }
            return list;
        }
        if (column instanceof Column.Strings strings) {
            return strings.values()[i];
        }
        return column instanceof Column.Booleans truths ? (Object) truths.values()[i] : (Object) column.number(i);
    }
}
