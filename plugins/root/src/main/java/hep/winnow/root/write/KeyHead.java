package hep.winnow.root.write;

/**
 * What stands before each object of a file, a {@code TKey}, and again in the list of its folder.
 *
 * @param className of the object
 * @param name of the object
 * @param title of the object
 * @param seek offset of the key in the file
 * @param folder offset of the folder's key; 0 for the file itself
 * @param size of the object when unpacked, in bytes
 * @param packed size of what stands behind the key, in bytes
 * @param isLarge whether offsets have eight bytes; they must beyond {@link #FAR}
 */
record KeyHead(
        String className, String name, String title, long seek, long folder, int size, int packed, boolean isLarge) {
    /** Offsets from here on have eight bytes. */
    static final long FAR = 2_000_000_000L;

    private static final int VERSION = 4;

    /** What is added to a version whose offsets have eight bytes. */
    static final int LARGE = 1000;

    /** The longest key: its length has two bytes. */
    static final int MOST_BYTES = Short.MAX_VALUE;

    /** What is written in place of the time, so that equal events give equal files: the beginning of 1995. */
    static final int NO_TIME = 0;

    private static final int FIXED = 26;

    /** Returns a key whose offsets are as long as they need to be. */
    static KeyHead of(String className, String name, String title, long seek, long folder, int size, int packed) {
        return new KeyHead(className, name, title, seek, folder, size, packed, seek > FAR);
    }

    /** Returns the length of such a key. */
    static int length(String className, String name, String title, boolean isLarge) {
        return FIXED
                + (isLarge ? 2 * Integer.BYTES : 0)
                + ByteSink.length(className)
                + ByteSink.length(name)
                + ByteSink.length(title);
    }

    /** Returns how many bytes the key takes. */
    int length() {
        return length(className, name, title, isLarge);
    }

    /** Returns how many bytes key and object take. */
    int bytes() {
        return length() + packed;
    }

    void write(ByteSink to) {
        write(to, 0, 1);
    }

    /**
     * Writes the key.
     *
     * @param more how many bytes behind it count as its own
     * @param cycle number that tells objects of one name apart
     */
    void write(ByteSink to, int more, int cycle) {
        to.i32(bytes() + more)
                .i16(isLarge ? VERSION + LARGE : VERSION)
                .i32(size)
                .i32(NO_TIME)
                .i16(length() + more)
                .i16(cycle);
        if (isLarge) {
            to.i64(seek).i64(folder);
        } else {
            to.i32((int) seek).i32((int) folder);
        }
        to.text(className).text(name).text(title);
    }
}
