package hep.winnow.columnar.arrow;

import hep.winnow.columnar.file.Damage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** The texts of a field, as UTF-8; missing ones are empty. */
abstract class Texts {
    /** Returns the next {@code n} texts. */
    abstract String[] next(int n, BitSet missing) throws IOException;

    /** Leaves {@code n} texts out. */
    abstract void skip(long n) throws IOException;

    static Texts open(Batch batch, Value value, Leaf.Place place) throws IOException {
        return value.kind() == Value.Kind.VIEW ? new Views(batch, place) : new Ends(batch, value, place);
    }

    private static String text(byte[] bytes, int from, int length) {
        return new String(bytes, from, length, StandardCharsets.UTF_8);
    }

    /** Texts one behind the other, with the place where each ends. */
    private static final class Ends extends Texts {
        private final Offsets offsets;
        private final BufferInput data;

        Ends(Batch batch, Value value, Leaf.Place place) throws IOException {
            this.offsets = new Offsets(batch.open(place, 1), value.bytes());
            this.data = batch.open(place, 2);
        }

        @Override
        String[] next(int n, BitSet missing) throws IOException {
            if (n == 0) {
                return new String[0];
            }
            data.skip(offsets.ahead());
            int[] ends = offsets.next(n);
            byte[] bytes = data.bytes(ends[n]);
            String[] texts = new String[n];
            for (int i = 0; i < n; i++) {
                texts[i] = missing.get(i) ? "" : text(bytes, ends[i], ends[i + 1] - ends[i]);
            }
            return texts;
        }

        @Override
        void skip(long n) throws IOException {
            if (n > 0) {
                data.skip(offsets.ahead());
                data.skip(offsets.skip(n));
            }
        }
    }

    /** Sixteen bytes each: a length, and the text itself or where it stands. */
    private static final class Views extends Texts {
        private static final int BYTES = 16;
        private static final int LONGEST_INSIDE = 12;

        private final BufferInput views;
        private final List<byte[]> buffers = new ArrayList<>();

        Views(Batch batch, Leaf.Place place) throws IOException {
            this.views = batch.open(place, 1);
            for (int i = 0; i < batch.textBuffers(place); i++) {
                BufferInput buffer = batch.open(place, 2 + i);
                buffers.add(buffer.bytes(buffer.left()));
            }
        }

        @Override
        String[] next(int n, BitSet missing) throws IOException {
            byte[] in = views.bytes((long) BYTES * n);
            String[] texts = new String[n];
            for (int i = 0; i < n; i++) {
                texts[i] = missing.get(i) ? "" : text(in, BYTES * i);
            }
            return texts;
        }

        private String text(byte[] in, int at) {
            ByteBuffer view = ByteBuffer.wrap(in, at, BYTES).order(ByteOrder.LITTLE_ENDIAN);
            int length = view.getInt();
            if (length >= 0 && length <= LONGEST_INSIDE) {
                return Texts.text(in, at + 4, length);
            }
            view.getInt();
            byte[] bytes = buffers.get(view.getInt());
            int from = view.getInt();
            if (length < 0 || from < 0 || from > bytes.length - length) {
                throw new Damage.Found("a text of " + length + " bytes does not fit into its buffer");
            }
            return Texts.text(bytes, from, length);
        }

        @Override
        void skip(long n) throws IOException {
            views.skip(Math.multiplyExact(n, BYTES));
        }
    }
}
