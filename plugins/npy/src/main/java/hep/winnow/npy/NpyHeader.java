package hep.winnow.npy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The header of an array: {@code \x93NUMPY}, the version, the length of what follows, and a dictionary of {@code descr}, {@code fortran_order} and {@code shape}.
 *
 * @param type of an element
 * @param isFortran whether the first index runs fastest
 * @param shape of the array; empty for a lone element
 * @param bytes length of the header
 */
record NpyHeader(RowType type, boolean isFortran, List<Long> shape, int bytes) {
    /** What a file begins with. */
    static final String MAGIC = "\u0093NUMPY";

    private static final int PREFIX = 8;
    private static final int MAX_LENGTH = 1 << 24;
    private static final long HUGE = 1L << 60;

    NpyHeader {
        shape = List.copyOf(shape);
    }

    /**
     * Reads the header that a stream begins with.
     *
     * @param where the file, and the member of an archive
     * @param length of the whole array with its header: no header is longer
     */
    static NpyHeader read(InputStream in, String where, long length) throws IOException {
        byte[] prefix = in.readNBytes(PREFIX);
        if (prefix.length < PREFIX) {
            throw Damage.of(where + " ends at byte " + prefix.length + ", in its header");
        }
        if (!new String(prefix, 0, MAGIC.length(), StandardCharsets.ISO_8859_1).equals(MAGIC)) {
            throw Damage.of(where + " is no array of NumPy: it does not begin with \\x93NUMPY");
        }
        int version = prefix[MAGIC.length()];
        if (version < 1 || version > 3) {
            throw Damage.of(where + " is of version " + version + " of the format, expected 1, 2 or 3");
        }
        byte[] count = in.readNBytes(version == 1 ? 2 : 4);
        long size = 0;
        for (int i = count.length - 1; i >= 0; i--) {
            size = size << 8 | count[i] & 0xff;
        }
        int before = PREFIX + count.length;
        if (size > length - before || size > MAX_LENGTH) {
            throw Damage.of(where + " has a header of " + size + " bytes, but " + Math.max(0, length - before)
                    + " bytes follow");
        }
        byte[] text = in.readNBytes((int) size);
        if (text.length < size) {
            throw Damage.of(where + " ends at byte " + (before + text.length) + ", in its header");
        }
        String header = new String(text, version == 3 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1);
        try {
            return of(header, before + text.length);
        } catch (IllegalArgumentException e) {
            throw Damage.of(where + " has a header that makes no sense: " + e.getMessage());
        }
    }

    private static NpyHeader of(String text, int bytes) {
        if (!(Literal.parse(text) instanceof Map<?, ?> facts)
                || !facts.containsKey("descr")
                || !(facts.get("fortran_order") instanceof Boolean isFortran)
                || !(facts.get("shape") instanceof List<?> sizes)) {
            throw new IllegalArgumentException("expected {'descr': …, 'fortran_order': …, 'shape': …}");
        }
        List<Long> shape = new ArrayList<>();
        for (Object size : sizes) {
            if (!(size instanceof Long n) || n < 0) {
                throw new IllegalArgumentException("its shape is " + sizes);
            }
            shape.add(n);
        }
        return new NpyHeader(RowType.of(facts.get("descr")), isFortran, shape, bytes);
    }

    /** Returns the number of rows; 1 for a lone element. */
    long rows() {
        return shape.isEmpty() ? 1 : shape.get(0);
    }

    /** Returns how many elements a row has: of an array of one dimension 1. No more than {@value #HUGE}. */
    long rowElements() {
        long n = 1;
        for (int i = 1; i < shape.size(); i++) {
            n = timesAtMost(n, shape.get(i));
        }
        return n;
    }

    /** Returns how many bytes follow the header; no more than {@value #HUGE}. */
    long dataBytes() {
        return timesAtMost(timesAtMost(rows(), rowElements()), type.bytes());
    }

    private static long timesAtMost(long a, long b) {
        return a == 0 || b == 0 ? 0 : a > HUGE / b ? HUGE : a * b;
    }

    /** Returns the shape as NumPy writes it: {@code (1000, 28)}. */
    String shapeText() {
        String sizes = shape.stream().map(String::valueOf).collect(Collectors.joining(", "));
        return shape.size() == 1 ? "(" + sizes + ",)" : "(" + sizes + ")";
    }
}
