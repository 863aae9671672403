package hep.winnow.root.ntuple;

import hep.winnow.root.file.Damage;
import hep.winnow.root.file.Packing;
import hep.winnow.root.file.RootFile;
import hep.winnow.root.file.Xxh3;
import java.io.IOException;

/**
 * A description, unpacked.
 *
 * @param content what stands in it
 * @param checksum of it
 */
record Envelope(Words content, long checksum) {
    static final int HEADER = 1;
    static final int FOOTER = 2;
    static final int PAGE_LIST = 3;

    private static final int HEAD = 8;
    private static final int CHECKSUM = 8;

    /**
     * Reads one.
     *
     * @param type that it should have
     * @param length of it when unpacked
     */
    static Envelope read(RootFile file, Anchor anchor, int type, Locator place, long length) throws IOException {
        byte[] packed = Blob.read(file.storage(), place, anchor.largest());
        try {
            return open(Packing.unpack(packed, 0, packed.length, Memory.check(length)), type);
        } catch (Damage.Found e) {
            throw new Damage.Found(String.valueOf(e.getMessage()), place.at());
        }
    }

    private static Envelope open(byte[] bytes, int type) {
        if (bytes.length < HEAD + CHECKSUM) {
            throw new Damage.Found("it has " + bytes.length + " bytes only");
        }
        int end = bytes.length - CHECKSUM;
        long checksum = new Words(bytes, end, bytes.length).i64();
        if (Xxh3.of(bytes, 0, end) != checksum) {
            throw new Damage.Found("it is not what its checksum says");
        }
        Words content = new Words(bytes, 0, end);
        long head = content.i64();
        if ((head & 0xffff) != type || head >>> 16 != bytes.length) {
            throw new Damage.Found("it says that it is of type " + (head & 0xffff) + " and has " + (head >>> 16)
                    + " bytes, expected type " + type + " and " + bytes.length + " bytes");
        }
        return new Envelope(content, checksum);
    }

    /** Reads over the bits that tell what a reader has to know. */
    static void checkFeatures(Words in) {
        long flags;
        do {
            flags = in.i64();
            if (flags != 0) {
                throw new Damage.Refused(
                        "it needs a newer reader: it uses features 0x" + Long.toHexString(flags) + " of the format");
            }
        } while (flags < 0);
    }
}
