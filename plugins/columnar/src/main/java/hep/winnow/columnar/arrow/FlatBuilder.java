package hep.winnow.columnar.arrow;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Builds a FlatBuffer from its end to its beginning: what is pointed to comes first. A place is told by its distance from the end. */
final class FlatBuilder {
    private static final int FIRST_SIZE = 1024;
    private static final int WIDEST = 8;

    private byte[] bytes = new byte[FIRST_SIZE];
    private ByteBuffer out = numbers(bytes);
    private int used;
    private int[] places = new int[0];
    private int tableBegin;

    private static ByteBuffer numbers(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Makes room such that a number of {@code align} bytes stands right behind {@code more} bytes that are still to come. */
    private void align(int align, int more) {
        int padding = -(used + more) & (align - 1);
        int needed = used + padding + more + align + WIDEST;
        if (needed > bytes.length) {
            byte[] larger = new byte[2 * needed];
            System.arraycopy(bytes, bytes.length - used, larger, larger.length - used, used);
            bytes = larger;
            out = numbers(bytes);
        }
        used += padding;
    }

    private void push(int width, long value) {
        used += width;
        int at = bytes.length - used;
        switch (width) {
            case 1 -> out.put(at, (byte) value);
            case 2 -> out.putShort(at, (short) value);
            case 4 -> out.putInt(at, (int) value);
            default -> out.putLong(at, value);
        }
    }

    /** Adds a text. */
    int text(String text) {
        byte[] letters = text.getBytes(StandardCharsets.UTF_8);
        align(4, letters.length + 1);
        used += letters.length + 1;
        out.put(bytes.length - used, letters);
        push(4, letters.length);
        return used;
    }

    /** Adds a list of places. */
    int vector(List<Integer> items) {
        align(4, 4 * items.size());
        for (int i = items.size() - 1; i >= 0; i--) {
            push(4, used + 4 - items.get(i));
        }
        push(4, items.size());
        return used;
    }

    /** Adds a list of structures, each of {@code width} numbers of 64 bits. */
    int longs(long[] numbers, int width) {
        align(4, 8 * numbers.length);
        align(8, 8 * numbers.length);
        for (int i = numbers.length - 1; i >= 0; i--) {
            push(8, numbers[i]);
        }
        push(4, numbers.length / width);
        return used;
    }

    /** Begins a table of so many fields; nothing else may be added before {@link #end}. */
    FlatBuilder begin(int slots) {
        places = new int[slots];
        tableBegin = used;
        return this;
    }

    /** Gives the table a number of {@code width} bytes. */
    FlatBuilder number(int slot, int width, long value) {
        align(width, 0);
        push(width, value);
        places[slot] = used;
        return this;
    }

    /** Lets the table point to what was added before. */
    FlatBuilder point(int slot, int to) {
        align(4, 0);
        push(4, used + 4 - to);
        places[slot] = used;
        return this;
    }

    /** Ends the table. */
    int end() {
        align(4, 0);
        push(4, 0);
        int table = used;
        align(2, 2 * (places.length + 2));
        for (int i = places.length - 1; i >= 0; i--) {
            push(2, places[i] == 0 ? 0 : table - places[i]);
        }
        push(2, table - tableBegin);
        push(2, 2L * (places.length + 2));
        out.putInt(bytes.length - table, used - table);
        return table;
    }

    /** Returns the buffer, whose root is a table; its length is a multiple of 8. */
    byte[] finish(int root) {
        align(WIDEST, 4);
        push(4, used + 4 - root);
        return Arrays.copyOfRange(bytes, bytes.length - used, bytes.length);
    }
}
