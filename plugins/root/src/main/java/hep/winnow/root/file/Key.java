package hep.winnow.root.file;

/**
 * What stands before each object of a file: a {@code TKey}.
 *
 * @param at offset in the file
 * @param bytes of key and packed object
 * @param size of the object when unpacked
 * @param length of the key itself
 * @param cycle number that tells objects of one name apart: the highest one is the newest
 * @param className of the object
 * @param name of the object
 * @param title of the object
 */
public record Key(long at, int bytes, int size, int length, int cycle, String className, String name, String title) {
    /** Keys of this version and above have offsets of eight bytes. */
    private static final int LARGE = 1000;

    private static final int LEAST = 26;

    static Key read(Cursor in, long at) {
        int bytes = in.i32();
        int version = in.u16();
        int size = in.i32();
        in.skip(4);
        int length = in.u16();
        int cycle = in.i16();
        long seek = version > LARGE ? in.i64() : in.u32();
        in.skip(version > LARGE ? 8 : 4);
        String className = in.text();
        String name = in.text();
        String title = in.text();
        // The length may differ from what stands here: a folder tells another class than its key.
        if (length < LEAST || size < 0 || seek < 0) {
            throw new Damage.Found("a key tells a wrong size", at);
        }
        return new Key(seek, bytes, size, length, cycle, className, name, title);
    }

    /** Returns how the object is told from others, such as {@code Events;1}. */
    public String id() {
        return name + ";" + cycle;
    }

    /** Returns how many bytes the object has in the file. */
    public int packed() {
        return bytes - length;
    }

    /** Tells whether the object is a folder. */
    public boolean isDirectory() {
        return className.equals("TDirectory") || className.equals("TDirectoryFile");
    }
}
