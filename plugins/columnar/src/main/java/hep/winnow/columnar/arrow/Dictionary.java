package hep.winnow.columnar.arrow;

import hep.winnow.api.event.Column;
import hep.winnow.api.event.ColumnType;
import hep.winnow.columnar.file.Damage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** The words that a column numbers, all of them in memory. */
final class Dictionary {
    /** Greatest number of words. */
    private static final int MOST = 1 << 26;

    private static final Leaf.Place PLACE = new Leaf.Place(0, 0, 0);

    private final List<Column> pieces = new ArrayList<>();
    private final List<Integer> begins = new ArrayList<>();
    private final BitSet missing = new BitSet();
    private int size;

    /** Tells whether a word is missing. */
    boolean hasMissing() {
        return !missing.isEmpty();
    }

    /** Adds the words of a batch behind those that are there. */
    void add(Batch batch, Value word) throws IOException {
        if (batch.rows() > MOST - size) {
            throw new Damage.Found("a dictionary has more than " + MOST + " words");
        }
        int n = (int) batch.rows();
        BitSet missingHere = new BitSet();
        pieces.add(new ValueReader(batch, word, PLACE).next(n, missingHere, word.type()));
        begins.add(size);
        missingHere.stream().forEach(i -> missing.set(size + i));
        size += n;
    }

    /**
     * Returns the words of these numbers.
     *
     * @param missingHere those that are not there; those whose word is missing are added
     * @param type of the column
     */
    Column column(long[] numbers, BitSet missingHere, ColumnType type) {
        int[] at = new int[numbers.length];
        for (int i = 0; i < at.length; i++) {
            boolean isThere = !missingHere.get(i);
            if (isThere && (numbers[i] < 0 || numbers[i] >= size)) {
                throw new Damage.Found("it has the word number " + numbers[i] + " of a dictionary of " + size);
            }
            at[i] = isThere ? (int) numbers[i] : -1;
            if (isThere && missing.get(at[i])) {
                missingHere.set(i);
                at[i] = -1;
            }
        }
        return words(at, type);
    }

    /** Returns words; what has the number -1 is missing. */
    private Column words(int[] at, ColumnType type) {
        int n = at.length;
        return switch (type) {
            case STRING -> {
                String[] out = new String[n];
                for (int i = 0; i < n; i++) {
                    out[i] = at[i] < 0 ? "" : ((Column.Strings) piece(at[i])).values()[inside(at[i])];
                }
                yield new Column.Strings(out);
            }
            case LONG -> {
                long[] out = new long[n];
                for (int i = 0; i < n; i++) {
                    out[i] = at[i] < 0 ? 0 : ((Column.Longs) piece(at[i])).values()[inside(at[i])];
                }
                yield new Column.Longs(out);
            }
            case INT -> {
                int[] out = new int[n];
                for (int i = 0; i < n; i++) {
                    out[i] = at[i] < 0 ? 0 : (int) number(at[i]);
                }
                yield new Column.Ints(out);
            }
            case FLOAT -> {
                float[] out = new float[n];
                for (int i = 0; i < n; i++) {
                    out[i] = (float) number(at[i]);
                }
                yield new Column.Floats(out);
            }
            case DOUBLE -> {
                double[] out = new double[n];
                for (int i = 0; i < n; i++) {
                    out[i] = number(at[i]);
                }
                yield new Column.Doubles(out);
            }
            case BOOLEAN -> {
                boolean[] out = new boolean[n];
                for (int i = 0; i < n; i++) {
                    out[i] = at[i] >= 0 && number(at[i]) != 0;
                }
                yield new Column.Booleans(out);
            }
        };
    }

    private double number(int at) {
        return at < 0 ? Double.NaN : piece(at).number(inside(at));
    }

    /** Returns the number of the piece that a word stands in. */
    private int index(int at) {
        int index = pieces.size() - 1;
        while (begins.get(index) > at) {
            index--;
        }
        return index;
    }

    private Column piece(int at) {
        return pieces.get(index(at));
    }

    private int inside(int at) {
        return at - begins.get(index(at));
    }
}
