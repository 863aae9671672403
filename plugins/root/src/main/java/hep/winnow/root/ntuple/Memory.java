package hep.winnow.root.ntuple;

import hep.winnow.root.file.Damage;

/** Sees to it that no more memory is taken than there is, whatever a file says. */
final class Memory {
    /** Greatest number of values of one column in one block. */
    static final int MOST_VALUES = 1 << 24;

    private static final int SHARE = 4;
    private static final int RATIO = 40_000;
    private static final int SLACK = 64;

    private Memory() {}

    /**
     * Returns a number of bytes that are to be unpacked at once.
     *
     * @throws Damage.Found if they are too many
     */
    static int check(long bytes) {
        long most = Math.min(Integer.MAX_VALUE - 8, Runtime.getRuntime().maxMemory() / SHARE);
        if (bytes > most) {
            throw new Damage.Found("it says that it unpacks to " + bytes + " bytes, of which " + most
                    + " at most are read at once with this much memory");
        }
        return (int) bytes;
    }

    /** Tells whether bytes could be packed into as few as that. */
    static boolean isPlausible(long bytes, long packed) {
        return bytes <= packed * RATIO + SLACK;
    }
}
