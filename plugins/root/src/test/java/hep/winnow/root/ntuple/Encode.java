package hep.winnow.root.ntuple;

/** Encodes pages, element by element and bit by bit: slow, and told from the format alone. */
final class Encode {
    private Encode() {}

    /** Returns a page of bits of elements, the lowest first. */
    static byte[] bits(int width, long... elements) {
        byte[] page = new byte[(elements.length * width + 7) / 8];
        for (int i = 0; i < elements.length; i++) {
            for (int k = 0; k < width; k++) {
                int at = i * width + k;
                page[at / 8] |= (byte) ((elements[i] >> k & 1) << at % 8);
            }
        }
        return page;
    }

    /** Returns a page of whole numbers, or of ends of lists. */
    static byte[] wholes(Encoding encoding, long... values) {
        int bytes = NTupleWriter.bits(encoding) / 8;
        return switch (encoding) {
            case BIT -> bits(1, values);
            case SPLIT_INT16, SPLIT_INT32, SPLIT_INT64 -> split(bytes, zigzag(values));
            case SPLIT_UINT16, SPLIT_UINT32, SPLIT_UINT64 -> split(bytes, values);
            case SPLIT_INDEX32, SPLIT_INDEX64 -> split(bytes, differences(values));
            default -> plain(bytes, values);
        };
    }

    /** Returns a page of numbers; those of quantized ones are given as steps. */
    static byte[] reals(Encoding encoding, int bits, double... values) {
        long[] elements = new long[values.length];
        for (int i = 0; i < values.length; i++) {
            int narrow = Float.floatToRawIntBits((float) values[i]);
            elements[i] = switch (encoding) {
                case REAL16, SPLIT_REAL16 -> half(narrow);
                case REAL32, SPLIT_REAL32 -> narrow;
                case REAL32_TRUNC -> narrow >>> 32 - bits;
                case REAL32_QUANT -> (long) values[i];
                default -> Double.doubleToRawLongBits(values[i]);
            };
        }
        return switch (encoding) {
            case SPLIT_REAL16 -> split(2, elements);
            case SPLIT_REAL32 -> split(4, elements);
            case SPLIT_REAL64 -> split(8, elements);
            default -> bits(bits, elements);
        };
    }

    /** Returns the bits of half precision of a number that it has room for. */
    private static long half(int bits) {
        int exponent = bits >> 23 & 0xff;
        int sign = bits >> 16 & 0x8000;
        int fraction = bits >> 13 & 0x3ff;
        if (exponent == 0xff) {
            return sign | 0x7c00 | fraction;
        }
        if (exponent > 112) {
            return sign | exponent - 112 << 10 | fraction;
        }
        int shift = 113 - exponent;
        return exponent == 0 ? sign : sign | (0x400 | fraction) >> shift;
    }

    private static byte[] plain(int bytes, long... elements) {
        Bytes page = new Bytes();
        for (long element : elements) {
            page.low(element, bytes);
        }
        return page.all();
    }

    private static byte[] split(int bytes, long... elements) {
        Bytes page = new Bytes();
        for (int k = 0; k < bytes; k++) {
            for (long element : elements) {
                page.low(element >> 8 * k, 1);
            }
        }
        return page.all();
    }

    private static long[] zigzag(long... values) {
        long[] out = new long[values.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = values[i] >= 0 ? 2 * values[i] : -(2 * values[i] + 1);
        }
        return out;
    }

    private static long[] differences(long... values) {
        long[] out = values.clone();
        for (int i = 1; i < out.length; i++) {
            out[i] = values[i] - values[i - 1];
        }
        return out;
    }

    /** Returns a page that tells which alternative there is, and where its value lies. */
    static byte[] switches(long[] places, int[] tags) {
        Bytes page = new Bytes();
        for (int i = 0; i < tags.length; i++) {
            page.i64(places[i]).i32(tags[i]);
        }
        return page.all();
    }
}
