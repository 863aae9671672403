package hep.winnow.root.write;

import java.util.Arrays;

/** Where the baskets of a branch stand in the file. */
final class BasketIndex {
    private static final int FEWEST = 10;

    private int[] bytes = new int[FEWEST];
    private long[] firstEntry = new long[FEWEST];
    private long[] seek = new long[FEWEST];
    private int size;
    private long entries;
    private long total;
    private long unpacked;
    private int largest;

    void add(Basket.Written basket) {
        if (size + 1 == bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * size);
            firstEntry = Arrays.copyOf(firstEntry, 2 * size);
            seek = Arrays.copyOf(seek, 2 * size);
        }
        bytes[size] = basket.bytes();
        firstEntry[size] = entries;
        seek[size] = basket.seek();
        size++;
        entries += basket.entries();
        firstEntry[size] = entries;
        total += basket.bytes();
        unpacked += basket.unpacked();
        largest = Math.max(largest, basket.unpacked());
    }

    int size() {
        return size;
    }

    int bytes(int basket) {
        return bytes[basket];
    }

    long seek(int basket) {
        return seek[basket];
    }

    int entries(int basket) {
        return (int) (firstEntry[basket + 1] - firstEntry[basket]);
    }

    /** Returns the number of entries. */
    long entries() {
        return entries;
    }

    /** Returns the bytes of all baskets. */
    long total() {
        return total;
    }

    /** Returns what the bytes would be if nothing were packed. */
    long unpacked() {
        return unpacked;
    }

    /** Returns the bytes of the largest basket if it were not packed. */
    int largest() {
        return largest;
    }

    /** Returns how many places the arrays have in the file: at least one more than there are baskets. */
    int capacity() {
        return Math.max(FEWEST, size + 1);
    }

    /** Writes the three arrays, each behind a byte that tells that it is there. */
    void write(ByteSink out) {
        out.i8(1);
        for (int i = 0; i < capacity(); i++) {
            out.i32(i < size ? bytes[i] : 0);
        }
        out.i8(1);
        for (int i = 0; i < capacity(); i++) {
            out.i64(i <= size ? firstEntry[i] : 0);
        }
        out.i8(1);
        for (int i = 0; i < capacity(); i++) {
            out.i64(i < size ? seek[i] : 0);
        }
    }
}
