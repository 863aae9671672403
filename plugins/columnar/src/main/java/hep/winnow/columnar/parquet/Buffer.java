package hep.winnow.columnar.parquet;

import hep.winnow.api.event.Column;
import hep.winnow.api.event.ColumnType;
import hep.winnow.columnar.file.Damage;
import java.util.Arrays;

/** The values of a column of a block, of which one does not know how many there will be. */
final class Buffer {
    /** Greatest number of values of one block. */
    private static final int MOST = 1 << 24;

    private final Leaf leaf;
    private final ColumnType type;
    private final double unit;
    private double[] reals = new double[0];
    private long[] wholes = new long[0];
    private String[] texts = new String[0];
    private int size;

    Buffer(Leaf leaf, ColumnType type) {
        this.leaf = leaf;
        this.type = type;
        this.unit = Double.parseDouble("1e" + leaf.meaning().scale());
    }

    int size() {
        return size;
    }

    private boolean isReal() {
        return type == ColumnType.DOUBLE || type == ColumnType.FLOAT;
    }

    private void grow() {
        if (size == MOST) {
            throw new Damage.Found("a block of events has more than " + MOST + " values");
        }
        int room = Math.max(1024, size + (size >> 1));
        if (type == ColumnType.STRING && size == texts.length) {
            texts = Arrays.copyOf(texts, room);
        } else if (isReal() && size == reals.length) {
            reals = Arrays.copyOf(reals, room);
        } else if (!isReal() && type != ColumnType.STRING && size == wholes.length) {
            wholes = Arrays.copyOf(wholes, room);
        }
    }

    /** Adds the next value. */
    void add(Values from) {
        grow();
        if (type == ColumnType.STRING) {
            texts[size++] = from.nextText();
        } else if (isReal()) {
            reals[size++] = real(from);
        } else {
            wholes[size++] = whole(from);
        }
    }

    /** Adds a missing value. */
    void addMissing() {
        grow();
        if (type == ColumnType.STRING) {
            texts[size++] = "";
        } else if (isReal()) {
            reals[size++] = Double.NaN;
        } else {
            throw new Damage.Found("it says that no value is missing, but one is");
        }
    }

    private double real(Values from) {
        return switch (leaf.physical()) {
            case FLOAT, DOUBLE, FIXED_LEN_BYTE_ARRAY -> from.nextReal();
            default -> leaf.meaning().scale() == 0 ? whole(from) : from.nextWhole() / unit;
        };
    }

    private long whole(Values from) {
        long value = from.nextWhole();
        if (!leaf.meaning().isUnsigned()) {
            return value;
        }
        if (leaf.physical() == Physical.INT64 && value < 0) {
            throw new Damage.Found("it holds " + Long.toUnsignedString(value) + ", which is beyond 2^63 - 1");
        }
        return leaf.physical() == Physical.INT32 ? value & 0xffffffffL : value;
    }

    Column column() {
        return switch (type) {
            case STRING -> new Column.Strings(Arrays.copyOf(texts, size));
            case DOUBLE -> new Column.Doubles(Arrays.copyOf(reals, size));
            case LONG -> new Column.Longs(Arrays.copyOf(wholes, size));
            case FLOAT -> {
                float[] out = new float[size];
                for (int i = 0; i < size; i++) {
                    out[i] = (float) reals[i];
                }
                yield new Column.Floats(out);
            }
            case INT -> {
                int[] out = new int[size];
                for (int i = 0; i < size; i++) {
                    out[i] = (int) wholes[i];
                }
                yield new Column.Ints(out);
            }
            case BOOLEAN -> {
                boolean[] out = new boolean[size];
                for (int i = 0; i < size; i++) {
                    out[i] = wholes[i] != 0;
                }
                yield new Column.Booleans(out);
            }
        };
    }
}
