package hep.winnow.root.ntuple;

import hep.winnow.root.file.Cursor;
import hep.winnow.root.file.Damage;
import hep.winnow.root.file.Key;
import hep.winnow.root.file.RootFile;
import hep.winnow.root.file.Xxh3;
import java.io.IOException;

/**
 * Where the descriptions of an ntuple lie: the object that its key leads to.
 *
 * @param header what is known from the beginning
 * @param headerLength of the header when unpacked
 * @param footer what was known at the end only
 * @param footerLength of the footer when unpacked
 * @param largest number of bytes that lie together; what is longer lies in several pieces
 */
record Anchor(Locator header, long headerLength, Locator footer, long footerLength, long largest) {
    private static final String EXPERIMENTAL = "ROOT::Experimental::RNTuple";
    private static final int VERSION = 2;
    private static final int STREAMED = 6;
    private static final int FIELDS = 64;
    private static final int CHECKSUM = 8;

    static Anchor read(RootFile file, Key key) throws IOException {
        if (key.className().equals(EXPERIMENTAL)) {
            throw preRelease("from the time before the format was settled");
        }
        Cursor in = file.object(key);
        in.skip(4);
        int version = in.u16();
        int epoch = in.u16();
        if (version < VERSION || epoch == 0) {
            throw preRelease("of version 0." + in.u16());
        }
        if (epoch != 1) {
            throw new Damage.Refused("it is of version " + epoch + ", which is not known here");
        }
        in.skip(6);
        Locator header = locator(in);
        long headerLength = size(in);
        Locator footer = locator(in);
        long footerLength = size(in);
        long largest = size(in);
        if (in.remaining() < CHECKSUM) {
            throw new Damage.Found("its anchor has no checksum", key.at());
        }
        int length = FIELDS + in.remaining() - CHECKSUM;
        in.skip(in.remaining() - CHECKSUM);
        if (Xxh3.of(in.bytes(), STREAMED, length) != in.i64()) {
            throw new Damage.Found("its anchor is not what its checksum says", key.at());
        }
        return new Anchor(header, headerLength, footer, footerLength, largest);
    }

    private static Damage.Refused preRelease(String when) {
        return new Damage.Refused(
                "it is a pre-release " + when + ": write it again with ROOT 6.34 or later, which write version 1");
    }

    private static long size(Cursor in) {
        long size = in.i64();
        if (size < 0) {
            throw new Damage.Found("its anchor tells a size of " + Long.toUnsignedString(size));
        }
        return size;
    }

    private static Locator locator(Cursor in) {
        long at = size(in);
        return new Locator(at, size(in));
    }
}
