package hep.winnow.images.idx;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.images.Pixels;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The header of an IDX file: two zero bytes, the code of the values' type, the number of dimensions, and each dimension as a big-endian 32-bit number. The values
 * follow, the last dimension running fastest.
 *
 * @param type of the values
 * @param dimensions number of items first, then what one item has: {@code [60000, 28, 28]}
 * @param bytes length of the header
 */
record IdxHeader(IdxType type, List<Integer> dimensions, int bytes) {
    /** Number of bytes before the dimensions. */
    static final int MAGIC = 4;

    /** Greatest number of dimensions: items, rows, columns, channels. */
    static final int MAX_DIMENSIONS = 4;

    IdxHeader {
        dimensions = List.copyOf(dimensions);
    }

    /**
     * Reads the header that a file begins with.
     *
     * @throws UserError if it is none: with the byte that is wrong
     */
    static IdxHeader read(IdxInput in) throws IOException {
        byte[] magic = in.read(MAGIC, "the header");
        if (magic[0] != 0 || magic[1] != 0) {
            throw wrong(in, magic[0] != 0 ? 0 : 1, "found " + (magic[magic[0] != 0 ? 0 : 1] & 0xff) + ", expected 0");
        }
        Optional<IdxType> type = IdxType.of(magic[2]);
        if (type.isEmpty()) {
            throw wrong(
                    in,
                    2,
                    "found the type " + (magic[2] & 0xff)
                            + ", expected 8 (unsigned byte), 9 (byte), 11 (short), 12 (int), 13 (float) or 14 (double)");
        }
        if (magic[3] < 1 || magic[3] > MAX_DIMENSIONS) {
            throw wrong(in, 3, "found " + (magic[3] & 0xff) + " dimensions, expected 1 to " + MAX_DIMENSIONS);
        }
        byte[] sizes = in.read(4 * magic[3], "the header");
        List<Integer> dimensions = IntStream.range(0, magic[3])
                .mapToObj(i -> java.nio.ByteBuffer.wrap(sizes).getInt(4 * i))
                .toList();
        for (int i = 0; i < dimensions.size(); i++) {
            if (dimensions.get(i) < (i == 0 ? 0 : 1)) {
                throw wrong(in, MAGIC + 4 * i, "dimension " + (i + 1) + " is " + dimensions.get(i));
            }
        }
        IdxHeader header = new IdxHeader(type.get(), dimensions, MAGIC + sizes.length);
        if (header.values() > Pixels.MAX) {
            throw UserError.data(
                    in.path() + " holds items of " + header.shape() + ", which are more than " + Pixels.MAX
                            + " values each",
                    "make the images smaller first");
        }
        return header;
    }

    private static UserError wrong(IdxInput in, int at, String found) {
        return UserError.data(
                in.path() + " has no header of an IDX file: at byte " + at + " " + found,
                "an IDX file begins with 0, 0, the type of its values and the number of its dimensions");
    }

    /** Returns the number of items: images or labels. */
    int items() {
        return dimensions.get(0);
    }

    /** Returns the number of values of an item. */
    long values() {
        return dimensions.stream().skip(1).mapToLong(d -> d).reduce(1, IdxHeader::timesAtMost);
    }

    /** Multiplies positive numbers without running over: what is beyond 2^40 is 2^40. */
    private static long timesAtMost(long a, long b) {
        long most = 1L << 40;
        return a > most / b ? most : a * b;
    }

    /** Returns how many bytes an item has. */
    long itemBytes() {
        return values() * type.bytes();
    }

    /** Returns how long the file is, as the header has it. */
    long fileBytes() {
        return bytes + itemBytes() * items();
    }

    /** Returns the dimensions of one item, such as {@code 28x28}; a number if there are none. */
    String shape() {
        return dimensions.size() == 1
                ? "single numbers"
                : dimensions.stream().skip(1).map(String::valueOf).collect(Collectors.joining("x"));
    }
}
