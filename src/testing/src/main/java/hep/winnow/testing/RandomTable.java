package hep.winnow.testing;

import hep.winnow.api.event.Column;
import hep.winnow.api.event.ColumnInfo;
import hep.winnow.api.event.ColumnType;
import hep.winnow.api.event.EventBlock;
import hep.winnow.api.random.RandomStream;
import java.util.ArrayList;
import java.util.List;

/** A table of random columns, in random blocks. */
public final class RandomTable {
    private static final List<ColumnType> TYPES = List.of(ColumnType.values());
    private static final double[] ODD = {
        0,
        -0.0,
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        Double.MIN_VALUE,
        Double.MAX_VALUE,
        -Double.MAX_VALUE,
        Double.MIN_NORMAL,
        Float.MIN_VALUE,
        Float.MAX_VALUE,
        1e23
    };
    private static final long[] EXTREMES = {Long.MIN_VALUE, Long.MAX_VALUE, Integer.MIN_VALUE, Integer.MAX_VALUE, 0, -1
    };

    /** What texts are drawn from if nothing is said. */
    public static final List<String> TEXTS =
            List.of("", "a", "längér", "\uD835\uDEFC", "a\0b", " ", "'\"\\\n", " <&>\t]]>\r\n", "x".repeat(500));

    private final RandomStream random;
    private final List<String> texts;
    private final List<ColumnInfo> schema = new ArrayList<>();
    private final List<EventBlock> blocks = new ArrayList<>();

    /**
     * Makes one.
     *
     * @param random tells all of it
     * @param hasLists whether some columns are jagged
     */
    public RandomTable(RandomStream random, boolean hasLists) {
        this(random, hasLists, TEXTS);
    }

    /**
     * Makes one.
     *
     * @param random tells all of it
     * @param hasLists whether some columns are jagged
     * @param texts what texts are drawn from
     */
    public RandomTable(RandomStream random, boolean hasLists, List<String> texts) {
        this.random = random;
        this.texts = List.copyOf(texts);
        int columns = 1 + random.nextInt(5);
        for (int c = 0; c < columns; c++) {
            ColumnType type = TYPES.get(random.nextInt(TYPES.size()));
            boolean isList = hasLists && random.nextInt(3) == 0;
            String name = new String[] {"x", "Δφ", "a b", "it's", "x.y"}[c];
            schema.add(new ColumnInfo(name, type, isList ? 1 : 0, ""));
        }
        int count = random.nextInt(4);
        for (int b = 0; b < count; b++) {
            int size = random.nextInt(20);
            blocks.add(new EventBlock(
                    size, schema.stream().map(info -> column(info, size)).toList()));
        }
    }

    /** Returns the columns. */
    public List<ColumnInfo> schema() {
        return schema;
    }

    /** Returns the blocks, some of them empty. */
    public List<EventBlock> blocks() {
        return blocks;
    }

    /** Returns the values of a column in the words of {@link Tables}. */
    public List<String> words(int column) {
        List<String> words = new ArrayList<>();
        for (EventBlock block : blocks) {
            words.addAll(Tables.words(block.columns().get(column)));
        }
        return words;
    }

    private Column column(ColumnInfo info, int size) {
        if (info.depth() == 0) {
            return values(info.type(), size);
        }
        int[] offsets = new int[size + 1];
        for (int i = 0; i < size; i++) {
            offsets[i + 1] = offsets[i] + (random.nextInt(8) == 0 ? 300 : random.nextInt(4));
        }
        return new Column.Lists(offsets, values(info.type(), offsets[size]));
    }

    private double number() {
        return random.nextInt(3) == 0 ? ODD[random.nextInt(ODD.length)] : random.nextDouble() * 1e3 - 500;
    }

    private Column values(ColumnType type, int n) {
        double[] doubles = new double[n];
        float[] floats = new float[n];
        int[] ints = new int[n];
        long[] longs = new long[n];
        boolean[] truths = new boolean[n];
        String[] words = new String[n];
        for (int i = 0; i < n; i++) {
            doubles[i] = number();
            floats[i] = (float) number();
            longs[i] = random.nextInt(8) == 0 ? EXTREMES[random.nextInt(EXTREMES.length)] : random.nextLong();
            ints[i] = (int) longs[i];
            truths[i] = random.nextInt(2) == 0;
            words[i] = texts.get(random.nextInt(texts.size()));
        }
        return switch (type) {
            case DOUBLE -> new Column.Doubles(doubles);
            case FLOAT -> new Column.Floats(floats);
            case INT -> new Column.Ints(ints);
            case LONG -> new Column.Longs(longs);
            case BOOLEAN -> new Column.Booleans(truths);
            case STRING -> new Column.Strings(words);
        };
    }
}
