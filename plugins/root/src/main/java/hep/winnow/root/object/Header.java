package hep.winnow.root.object;

import hep.winnow.root.file.Cursor;
import hep.winnow.root.file.Damage;

/**
 * What stands before an object: how many bytes it has, and the version of its class.
 *
 * @param version of the class; 0 where a checksum follows instead
 * @param end place behind the object, as {@link Cursor#position()} counts; -1 where it is not told
 */
public record Header(int version, int end) {
    static final int HAS_COUNT = 0x40000000;

    /** Set in the version of a collection whose objects are streamed member by member. */
    private static final int MEMBER_WISE = 1 << 14;

    /** Reads one. */
    public static Header read(Cursor in) {
        int start = in.position();
        if (in.remaining() >= 4) {
            int count = in.i32();
            if ((count & 0xC0000000) == HAS_COUNT) {
                int length = count & ~HAS_COUNT;
                if (length < 2 || length > in.remaining()) {
                    throw new Damage.Found("an object of " + in.remaining() + " bytes says that it has " + length);
                }
                int end = in.position() + length;
                return new Header(in.u16(), end);
            }
            in.seek(start);
        }
        return new Header(in.u16(), -1);
    }

    /** Tells whether the objects of a collection are streamed member by member: first this member of all, then the next one. */
    public boolean isMemberWise() {
        return end >= 0 && (version & MEMBER_WISE) != 0;
    }

    /** Goes behind the object; leaves the cursor alone where the end is not told. */
    public void close(Cursor in) {
        if (end >= 0) {
            in.seek(end);
        }
    }
}
