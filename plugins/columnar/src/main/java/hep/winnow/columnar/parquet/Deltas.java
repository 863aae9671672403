package hep.winnow.columnar.parquet;

import hep.winnow.columnar.codec.Varint;
import hep.winnow.columnar.file.Damage;
import java.nio.ByteBuffer;

/** Whole numbers by their differences, in blocks: the least difference of a block, then what each is above it, in pieces of as many bits as each piece needs. */
final class Deltas {
    private final ByteBuffer in;
    private final int piece;
    private final int pieces;
    private final long count;
    private long value;
    private long given;
    private long least;
    private byte[] widths = new byte[0];
    private int inPiece;
    private int pieceAt;
    private byte[] packed = new byte[0];

    Deltas(ByteBuffer in) {
        this.in = in;
        long block = Varint.read(in);
        long number = Varint.read(in);
        this.count = Varint.read(in);
        this.value = Varint.readZigzag(in);
        if (block <= 0
                || block > 1 << 20
                || number <= 0
                || number > block
                || block % number != 0
                || block / number % 8 != 0
                || count < 0) {
            throw new Damage.Found("blocks of " + block + " differences in " + number + " pieces make no sense");
        }
        this.piece = (int) (block / number);
        this.pieces = (int) number;
        this.pieceAt = pieces;
    }

    /** Returns how many numbers there are. */
    long count() {
        return count;
    }

    /** Returns the next number. */
    long next() {
        if (given >= count) {
            throw new Damage.Found("a page has " + count + " numbers only");
        }
        if (given++ == 0) {
            return value;
        }
        if (inPiece == 0) {
            beginPiece();
        }
        value += least + unpacked(piece - inPiece, widths[pieceAt - 1]);
        inPiece--;
        return value;
    }

    private void beginPiece() {
        if (pieceAt == pieces) {
            least = Varint.readZigzag(in);
            widths = new byte[pieces];
            in.get(widths);
            pieceAt = 0;
        }
        int width = widths[pieceAt];
        if (width < 0 || width > 64) {
            throw new Damage.Found("a difference has " + width + " bits");
        }
        packed = new byte[piece / 8 * width];
        if (packed.length > in.remaining()) {
            throw new Damage.Found("it ends too early");
        }
        in.get(packed);
        pieceAt++;
        inPiece = piece;
    }

    private long unpacked(int i, int width) {
        long out = 0;
        long bit = (long) i * width;
        for (int b = 0; b < width; ) {
            int at = (int) (bit + b >>> 3);
            int shift = (int) (bit + b & 7);
            int some = Math.min(8 - shift, width - b);
            out |= (long) (packed[at] >> shift & (1 << some) - 1) << b;
            b += some;
        }
        return out;
    }
}
