package hep.winnow.root.ntuple;

import hep.winnow.root.file.Damage;

/**
 * Where bytes lie.
 *
 * @param at offset in the file
 * @param size how many there are in the file
 */
record Locator(long at, long size) {
    private static final int LARGE = 1;

    static Locator read(Words in) {
        int head = in.i32();
        if (head >= 0) {
            return new Locator(in.size(), head);
        }
        long told = -(long) head;
        long type = told >>> 24;
        if (type != LARGE) {
            throw new Damage.Refused("its bytes lie in a place of kind " + type + ", not in the file");
        }
        long size = in.size();
        Locator locator = new Locator(in.size(), size);
        for (long left = (told & 0xffff) - 20; left > 0; left -= 4) {
            in.i32();
        }
        return locator;
    }
}
