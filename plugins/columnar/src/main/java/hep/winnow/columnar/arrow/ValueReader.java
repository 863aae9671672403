package hep.winnow.columnar.arrow;

import hep.winnow.api.event.Column;
import hep.winnow.api.event.ColumnType;
import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;

/** The values of a field in a batch, one behind the other. */
final class ValueReader {
    private final Value value;
    private final Optional<Bits> there;
    private final Optional<Bits> truths;
    private final Optional<Texts> texts;
    private final Optional<BufferInput> numbers;

    ValueReader(Batch batch, Value value, Leaf.Place place) throws IOException {
        this.value = value;
        Value.Kind kind = value.kind();
        boolean isText = kind == Value.Kind.TEXT || kind == Value.Kind.VIEW;
        boolean isNumber = kind == Value.Kind.WHOLE || kind == Value.Kind.REAL || kind == Value.Kind.DECIMAL;
        this.there = kind == Value.Kind.NULL ? Optional.empty() : there(batch, place);
        this.truths = kind == Value.Kind.BOOL ? Optional.of(new Bits(batch.open(place, 1))) : Optional.empty();
        this.texts = isText ? Optional.of(Texts.open(batch, value, place)) : Optional.empty();
        this.numbers = isNumber ? Optional.of(batch.open(place, 1)) : Optional.empty();
    }

    /** Returns the bits that tell which values of a field are there; empty where all are. */
    static Optional<Bits> there(Batch batch, Leaf.Place place) throws IOException {
        return batch.isEmpty(place, 0) ? Optional.empty() : Optional.of(new Bits(batch.open(place, 0)));
    }

    /**
     * Returns the next {@code n} values.
     *
     * @param missing those of which it is known that they are missing; the others that are will be added
     * @param type of the column; in one of whole numbers or truth values what is missing is any value
     */
    Column next(int n, BitSet missing, ColumnType type) throws IOException {
        if (there.isPresent()) {
            there.get().addMissing(n, missing);
        }
        if (numbers.isPresent()) {
            return Numbers.column(value, numbers.get().take((long) n * value.bytes()), n, missing, type);
        }
        if (texts.isPresent()) {
            return new Column.Strings(texts.get().next(n, missing));
        }
        return truths.isPresent() ? truths(truths.get().next(n), n, missing, type) : nothing(n);
    }

    private static Column nothing(int n) {
        double[] out = new double[n];
        Arrays.fill(out, Double.NaN);
        return new Column.Doubles(out);
    }

    private static Column truths(BitSet bits, int n, BitSet missing, ColumnType type) {
        if (type == ColumnType.BOOLEAN) {
            boolean[] out = new boolean[n];
            for (int i = 0; i < n; i++) {
                out[i] = bits.get(i);
            }
            return new Column.Booleans(out);
        }
        double[] out = new double[n];
        for (int i = 0; i < n; i++) {
            out[i] = missing.get(i) ? Double.NaN : bits.get(i) ? 1 : 0;
        }
        return new Column.Doubles(out);
    }

    /** Leaves {@code n} values out. */
    void skip(long n) throws IOException {
        if (there.isPresent()) {
            there.get().skip(n);
        }
        if (numbers.isPresent()) {
            numbers.get().skip(Math.multiplyExact(n, value.bytes()));
        }
        if (texts.isPresent()) {
            texts.get().skip(n);
        }
        if (truths.isPresent()) {
            truths.get().skip(n);
        }
    }
}
