package hep.winnow.hdf5.write;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Texts that wait to be written: to a global heap (specification III.E), from where references to them stand in chunks. Equal texts are written once.
 */
final class Texts {
    private static final int SMALLEST_HEAP = 4096;
    private static final int HEADER = 16;
    private static final int MOST_OBJECTS = 0xffff;

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<byte[]> objects = new ArrayList<>();
    private long bytes = HEADER;

    /** Returns a text in UTF-8. */
    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Tells why a text cannot be written; empty if it can. */
    static String refusal(String text) {
        if (text.indexOf('\0') >= 0) {
            return "a character of code 0, at which texts end in HDF5";
        }
        try {
            StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            return "";
        } catch (CharacterCodingException e) {
            return "half a character, which no text of HDF5 can hold";
        }
    }

    /** Returns how many bytes wait. */
    long bytes() {
        return bytes;
    }

    /** Returns how many different texts wait. */
    int count() {
        return objects.size();
    }

    /** Tells whether there is no room for a further text. */
    boolean isFull() {
        return objects.size() == MOST_OBJECTS;
    }

    /** Adds a text and returns its number, from 1; 0 for an empty text, which is not written. */
    int add(String text) {
        if (text.isEmpty()) {
            return 0;
        }
        return numbers.computeIfAbsent(text, t -> {
            byte[] object = utf8(t);
            objects.add(object);
            bytes += HEADER + object.length + (-object.length & 7);
            return objects.size();
        });
    }

    /** Returns the length of the text of a number in bytes. */
    int length(int number) {
        return number == 0 ? 0 : objects.get(number - 1).length;
    }

    /** Writes all as one heap, forgets them, and returns its address; 0 if there are none. */
    long write(Output out) throws IOException {
        if (objects.isEmpty()) {
            return 0;
        }
        long size = Math.max(SMALLEST_HEAP, bytes);
        if (size > Integer.MAX_VALUE - 8) {
            throw new IOException("texts of " + size + " bytes in a row");
        }
        Fields heap = new Fields().signature("GCOL").i4(1).i8(size);
        for (int i = 0; i < objects.size(); i++) {
            byte[] object = objects.get(i);
            heap.i2(i + 1).i2(1).i4(0).i8(object.length).raw(object).align();
        }
        long free = size - heap.size();
        if (free >= HEADER) {
            heap.i8(0).i8(free);
        }
        heap.zeros((int) (size - heap.size()));
        numbers.clear();
        objects.clear();
        bytes = HEADER;
        return out.append(heap.bytes());
    }

    /** Puts a reference into a buffer of the lowest byte first. */
    static void reference(ByteBuffer to, int length, long heap, int number) {
        to.putInt(length).putLong(length == 0 ? 0 : heap).putInt(length == 0 ? 0 : number);
    }
}
