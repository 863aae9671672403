package hep.winnow.root.ntuple;

import hep.winnow.root.file.Damage;
import hep.winnow.root.file.Storage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Reads bytes that may lie in several pieces: the first one ends with the offsets of the others. */
final class Blob {
    private static final int OFFSET = 8;

    private Blob() {}

    /**
     * Returns bytes.
     *
     * @param largest greatest length of a piece; 0 for no limit
     */
    static byte[] read(Storage storage, Locator place, long largest) throws IOException {
        if (largest == 0 || place.size() <= largest) {
            return storage.read(place.at(), place.size());
        }
        byte[] first = storage.read(place.at(), largest);
        long pieces = pieces(place.size(), largest);
        if ((pieces - 1) * OFFSET >= largest || place.size() > storage.size() || place.size() > Integer.MAX_VALUE - 8) {
            throw new Damage.Found(
                    "it says that it has " + place.size() + " bytes, in " + pieces + " pieces", place.at());
        }
        int offsets = (int) (largest - (pieces - 1) * OFFSET);
        ByteBuffer places =
                ByteBuffer.wrap(first).order(ByteOrder.LITTLE_ENDIAN).position(offsets);
        byte[] all = Arrays.copyOf(Arrays.copyOf(first, offsets), (int) place.size());
        int at = offsets;
        while (at < all.length) {
            int length = (int) Math.min(largest, all.length - at);
            System.arraycopy(storage.read(places.getLong(), length), 0, all, at, length);
            at += length;
        }
        return all;
    }

    /** Returns how many pieces there are: their offsets need room, too, and that room may need one more. */
    static long pieces(long size, long largest) {
        long pieces = (size + largest - 1) / largest;
        long free = pieces * largest - size;
        return (pieces - 1) * OFFSET > free ? pieces + 1 : pieces;
    }
}
