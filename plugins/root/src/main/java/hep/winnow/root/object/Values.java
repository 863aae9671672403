package hep.winnow.root.object;

import hep.winnow.root.file.Cursor;
import hep.winnow.root.file.Damage;
import java.util.Map;

/** Numbers among the members of an object. */
final class Values {
    private Values() {}

    /** Reads a number, or an array of them. */
    static Object member(Element element, Map<String, Object> members, Cursor in) {
        int type = element.type() % Streamed.ARRAY;
        if (element.type() < Streamed.ARRAY) {
            return isReal(type) ? (Object) real(type, in) : (Object) integer(type, in);
        }
        int count = element.length();
        if (element.type() > Streamed.COUNTED) {
            boolean isThere = in.u8() != 0;
            long told = members.get(element.count()) instanceof Number n ? n.longValue() : 0;
            if (told < 0 || told > Integer.MAX_VALUE) {
                throw new Damage.Found("its " + element.name() + " has " + told + " values");
            }
            count = isThere ? (int) told : 0;
        }
        return isReal(type) ? numbers(type, count, in) : integers(type, count, in);
    }

    private static boolean isReal(int type) {
        return type == Streamed.FLOAT
                || type == Streamed.DOUBLE
                || type == Streamed.DOUBLE32
                || type == Streamed.FLOAT16;
    }

    /** Returns the length of a number in bytes. */
    private static int bytes(int type) {
        return switch (type) {
            case Streamed.CHAR, Streamed.LEGACY_CHAR, Streamed.UCHAR, Streamed.BOOL -> 1;
            case Streamed.SHORT, Streamed.USHORT -> 2;
            case Streamed.LONG, Streamed.ULONG, Streamed.LONG64, Streamed.ULONG64, Streamed.DOUBLE -> 8;
            default -> 4;
        };
    }

    private static double real(int type, Cursor in) {
        return type == Streamed.DOUBLE ? in.f64() : in.f32();
    }

    private static long integer(int type, Cursor in) {
        return switch (type) {
            case Streamed.CHAR, Streamed.LEGACY_CHAR -> in.i8();
            case Streamed.UCHAR, Streamed.BOOL -> in.u8();
            case Streamed.SHORT -> in.i16();
            case Streamed.USHORT -> in.u16();
            case Streamed.UINT -> in.u32();
            case Streamed.BITS -> bits(in);
            case Streamed.LONG, Streamed.ULONG, Streamed.LONG64, Streamed.ULONG64 -> in.i64();
            default -> in.i32();
        };
    }

    private static long bits(Cursor in) {
        long bits = in.u32();
        if ((bits & 1 << 4) != 0) {
            in.skip(2);
        }
        return bits;
    }

    static double[] numbers(int type, int count, Cursor in) {
        check(type, count, in);
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = real(type, in);
        }
        return values;
    }

    static long[] integers(int type, int count, Cursor in) {
        check(type, count, in);
        long[] values = new long[count];
        for (int i = 0; i < count; i++) {
            values[i] = integer(type, in);
        }
        return values;
    }

    private static void check(int type, int count, Cursor in) {
        if ((long) count * bytes(type) > in.remaining()) {
            throw new Damage.Found("an array says that it has " + count + " values");
        }
    }
}
