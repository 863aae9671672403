package hep.winnow.columnar.arrow;

import hep.winnow.api.event.Column;
import hep.winnow.api.event.ColumnType;
import hep.winnow.columnar.file.Damage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** Puts the values of a column in a batch together, event by event. */
final class LeafReader {
    /** Greatest number of values of one block. */
    private static final int MOST = 1 << 24;

    private final ColumnType type;
    private final List<Bits> events = new ArrayList<>();
    private final List<Bits> items = new ArrayList<>();
    private final Optional<Dictionary> dictionary;
    private final ValueReader values;
    private Optional<Leaf.Step> list = Optional.empty();
    private Optional<Offsets> offsets = Optional.empty();

    /** Makes one for a column of a type, and the words of its dictionary if it has one. */
    LeafReader(Batch batch, Leaf leaf, ColumnType type, Optional<Dictionary> dictionary) throws IOException {
        this.type = type;
        this.dictionary = dictionary;
        for (Leaf.Step step : leaf.path()) {
            ValueReader.there(batch, step.place()).ifPresent(list.isPresent() ? items::add : events::add);
            if (step.isList()) {
                list = Optional.of(step);
                if (step.kind() != Leaf.Kind.FIXED_LIST) {
                    int bytes = step.kind() == Leaf.Kind.LIST ? 4 : 8;
                    offsets = Optional.of(new Offsets(batch.open(step.place(), 1), bytes));
                }
            }
        }
        this.values = new ValueReader(batch, leaf.value(), leaf.place());
    }

    /** Returns the column of the next {@code n} events, at least one. */
    Column next(int n) throws IOException {
        BitSet missing = new BitSet(n);
        for (Bits bits : events) {
            bits.addMissing(n, missing);
        }
        return list.isPresent() ? lists(list.get(), n, missing) : values(n, missing);
    }

    private Column lists(Leaf.Step step, int n, BitSet missing) throws IOException {
        int[] ends = offsets.isPresent() ? ends(offsets.get(), n) : evenEnds(step.size(), n);
        int count = ends[n];
        if (count > MOST) {
            throw new Damage.Found("a block of events has more than " + MOST + " values");
        }
        BitSet missingItems = new BitSet();
        for (Bits bits : items) {
            bits.addMissing(count, missingItems);
        }
        boolean hidesValues = missing.stream().anyMatch(i -> ends[i + 1] > ends[i]);
        if (!hidesValues) {
            return new Column.Lists(ends, values(count, missingItems));
        }
        // What stands in a list that is missing is nobody's.
        BitSet kept = new BitSet(count);
        int[] keptEnds = new int[n + 1];
        for (int i = 0; i < n; i++) {
            int length = missing.get(i) ? 0 : ends[i + 1] - ends[i];
            kept.set(ends[i], ends[i] + length);
            keptEnds[i + 1] = keptEnds[i] + length;
        }
        return new Column.Lists(keptEnds, Kept.of(values(count, missingItems), kept));
    }

    private int[] ends(Offsets from, int n) throws IOException {
        long ahead = from.ahead();
        for (Bits bits : items) {
            bits.skip(ahead);
        }
        values.skip(ahead);
        return from.next(n);
    }

    private static int[] evenEnds(int size, int n) {
        int[] ends = new int[n + 1];
        for (int i = 0; i < n; i++) {
            ends[i + 1] = Math.addExact(ends[i], size);
        }
        return ends;
    }

    private Column values(int n, BitSet missing) throws IOException {
        Column column = dictionary.isPresent()
                ? dictionary.get().column(numbers(n, missing), missing, type)
                : values.next(n, missing, type);
        boolean canMiss = type == ColumnType.DOUBLE || type == ColumnType.FLOAT || type == ColumnType.STRING;
        if (!canMiss && !missing.isEmpty()) {
            throw new Damage.Found("it says that no value is missing, but one is");
        }
        return column;
    }

    /** Returns the numbers of the words of the next values. */
    private long[] numbers(int n, BitSet missing) throws IOException {
        return ((Column.Longs) values.next(n, missing, ColumnType.LONG)).values();
    }
}
