package hep.winnow.columnar.file;

import java.io.ByteArrayOutputStream;

/** Puts bits into bytes, the lowest first. */
public final class BitPacker {
    private final ByteArrayOutputStream out;
    private int bits;
    private int count;

    /** Makes one that appends to {@code out}. */
    public BitPacker(ByteArrayOutputStream out) {
        this.out = out;
    }

    /** Adds a bit. */
    public void add(boolean bit) {
        bits |= (bit ? 1 : 0) << count++;
        if (count == 8) {
            end();
        }
    }

    /** Fills the last byte up. */
    public void end() {
        if (count > 0) {
            out.write(bits);
            bits = 0;
            count = 0;
        }
    }
}
