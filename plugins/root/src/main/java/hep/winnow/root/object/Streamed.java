package hep.winnow.root.object;

/** How ROOT streams a member: the numbers of {@code TVirtualStreamerInfo}. */
public final class Streamed {
    public static final int BASE = 0;
    public static final int CHAR = 1;
    public static final int SHORT = 2;
    public static final int INT = 3;
    public static final int LONG = 4;
    public static final int FLOAT = 5;
    public static final int COUNTER = 6;
    public static final int CHAR_STAR = 7;
    public static final int DOUBLE = 8;
    public static final int DOUBLE32 = 9;
    public static final int LEGACY_CHAR = 10;
    public static final int UCHAR = 11;
    public static final int USHORT = 12;
    public static final int UINT = 13;
    public static final int ULONG = 14;
    public static final int BITS = 15;
    public static final int LONG64 = 16;
    public static final int ULONG64 = 17;
    public static final int BOOL = 18;
    public static final int FLOAT16 = 19;

    /** Added to one of the above for an array of fixed length. */
    public static final int ARRAY = 20;

    /** Added to one of the above for an array whose length another member tells. */
    public static final int COUNTED = 40;

    /** Where the numbers that are added to end. */
    public static final int SIMPLE_END = 60;

    public static final int OBJECT = 61;
    public static final int ANY = 62;
    public static final int OBJECT_INLINE = 63;
    public static final int OBJECT_POINTER = 64;
    public static final int TSTRING = 65;
    public static final int TOBJECT = 66;
    public static final int TNAMED = 67;
    public static final int ANY_INLINE = 68;
    public static final int ANY_POINTER = 69;
    public static final int STL = 300;
    public static final int STL_STRING = 365;

    private Streamed() {}

    /** Returns the type of an object in an array, of whatever else the type itself. */
    public static int ofOne(int type) {
        return type >= OBJECT + ARRAY && type <= ANY_POINTER + ARRAY ? type - ARRAY : type;
    }

    /** Tells whether it is a number, or an array of numbers. */
    public static boolean isSimple(int type) {
        int one = type % ARRAY;
        return type > BASE && type < SIMPLE_END && one > 0 && one != CHAR_STAR;
    }
}
