package hep.winnow.root.ntuple;

import hep.winnow.root.file.Damage;
import hep.winnow.root.file.Packing;
import hep.winnow.root.file.RootFile;
import hep.winnow.root.file.Xxh3;
import java.io.IOException;
import java.util.function.Function;

/**
 * A description, unpacked.
 *
 * @param part what it describes
 * @param at where it lies in the file
 * @param content what stands in it
 * @param checksum of it
 */
record Envelope(Part part, long at, Words content, long checksum) {
    private static final int HEAD = 8;
    private static final int CHECKSUM = 8;

    /** What there is to be described. */
    enum Part {
        HEADER(1, "its header"),
        FOOTER(2, "its footer"),
        PAGE_LIST(3, "a page list");

        private final int type;
        private final String words;

        Part(int type, String words) {
            this.type = type;
            this.words = words;
        }

        Damage.Found found(Damage.Found what, long at) {
            return new Damage.Found(words + ": " + what.getMessage(), at);
        }
    }

    /**
     * Reads one.
     *
     * @param part that it should describe
     * @param length of it when unpacked
     */
    static Envelope read(RootFile file, Anchor anchor, Part part, Locator place, long length) throws IOException {
        try {
            byte[] packed = Blob.read(file.storage(), place, anchor.largest());
            return open(Packing.unpack(packed, 0, packed.length, Memory.check(length)), part, place.at());
        } catch (Damage.Found e) {
            throw part.found(e, place.at());
        }
    }

    private static Envelope open(byte[] bytes, Part part, long at) {
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
        if ((head & 0xffff) != part.type || head >>> 16 != bytes.length) {
            throw new Damage.Found("it says that it is of type " + (head & 0xffff) + " and has " + (head >>> 16)
                    + " bytes, expected type " + part.type + " and " + bytes.length + " bytes");
        }
        return new Envelope(part, at, content, checksum);
    }

    /** Makes something of what stands in it. */
    <T> T parse(Function<Words, T> parser) {
        try {
            return parser.apply(content);
        } catch (Damage.Found e) {
            throw part.found(e, at);
        }
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
