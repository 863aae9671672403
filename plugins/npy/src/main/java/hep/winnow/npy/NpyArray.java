package hep.winnow.npy;

import hep.winnow.api.diagnostic.UserError;
import java.io.IOException;
import java.io.InputStream;

/**
 * An array whose header is read, and whose length fits it.
 *
 * @param store where it lies
 * @param header its header
 */
record NpyArray(Store store, NpyHeader header) {
    /** Reads the header, and checks the length. */
    static NpyArray open(Store store) {
        try (InputStream in = store.open(0)) {
            NpyHeader header = NpyHeader.read(in, store.where(), store.length());
            long expected = header.bytes() + header.dataBytes();
            boolean isPickled =
                    header.type().fields().stream().anyMatch(f -> f.type().kind() == 'O');
            if (expected != store.length() && !isPickled) {
                throw Damage.of(store.where() + " has " + store.length() + " bytes, but " + expected
                        + " by its header, whose shape is " + header.shapeText());
            }
            if (header.type().bytes() == 0 && header.rows() > 0) {
                throw UserError.data(
                        store.where() + " holds " + header.rows() + " elements of no bytes", "leave the array out");
            }
            return new NpyArray(store, header);
        } catch (IOException e) {
            throw Damage.of(store.where(), e);
        }
    }

    /** Returns the number of rows. */
    long rows() {
        return header.rows();
    }

    /** Returns the number of dimensions. */
    int dimensions() {
        return header.shape().size();
    }
}
