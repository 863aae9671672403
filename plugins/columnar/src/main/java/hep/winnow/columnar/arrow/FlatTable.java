package hep.winnow.columnar.arrow;

import hep.winnow.columnar.file.Damage;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A table of a FlatBuffer: fields by their numbers, each of which may be missing. Nothing is copied; what points out of the buffer throws {@link IndexOutOfBoundsException}.
 *
 * @see <a href="https://flatbuffers.dev/internals/">FlatBuffers internals</a>
 */
final class FlatTable {
    private static final int VTABLE_HEAD = 4;

    private final ByteBuffer in;
    private final int at;
    private final int vtable;
    private final int slots;

    private FlatTable(ByteBuffer in, int at) {
        this.in = in;
        this.at = at;
        this.vtable = at - in.getInt(at);
        this.slots = (in.getShort(vtable) & 0xffff) / 2 - 2;
    }

    /** Returns the table that a buffer, with its lowest bytes first, begins with. */
    static FlatTable root(ByteBuffer in) {
        return new FlatTable(in, in.getInt(0));
    }

    /** Returns where a field stands, or 0. */
    private int place(int slot) {
        int offset = slot < slots ? in.getShort(vtable + VTABLE_HEAD + 2 * slot) & 0xffff : 0;
        return offset == 0 ? 0 : at + offset;
    }

    /** Returns where that stands which a field points to, or 0. */
    private int target(int slot) {
        int place = place(slot);
        return place == 0 ? 0 : place + in.getInt(place);
    }

    long i64(int slot, long other) {
        int place = place(slot);
        return place == 0 ? other : in.getLong(place);
    }

    int i32(int slot, int other) {
        int place = place(slot);
        return place == 0 ? other : in.getInt(place);
    }

    int i16(int slot, int other) {
        int place = place(slot);
        return place == 0 ? other : in.getShort(place);
    }

    int i8(int slot, int other) {
        int place = place(slot);
        return place == 0 ? other : in.get(place);
    }

    Optional<FlatTable> table(int slot) {
        int target = target(slot);
        return target == 0 ? Optional.empty() : Optional.of(new FlatTable(in, target));
    }

    /** Returns a table that must be there. */
    FlatTable need(int slot, String what) {
        return table(slot).orElseThrow(() -> new Damage.Found("its description has no " + what));
    }

    /** Returns a text; an empty one if there is no such field. */
    String text(int slot) {
        int target = target(slot);
        if (target == 0) {
            return "";
        }
        byte[] bytes = new byte[length(target, 1)];
        in.get(target + 4, bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    List<FlatTable> tables(int slot) {
        List<FlatTable> tables = new ArrayList<>();
        int target = target(slot);
        int n = target == 0 ? 0 : length(target, 4);
        for (int i = 0; i < n; i++) {
            int item = target + 4 + 4 * i;
            tables.add(new FlatTable(in, item + in.getInt(item)));
        }
        return tables;
    }

    /** Returns a list of structures, each of them {@code longs} numbers of 64 bits; none if there is no such field. */
    Longs longs(int slot, int longs) {
        int target = target(slot);
        return target == 0 ? new Longs(in, 0, 0, longs) : new Longs(in, target + 4, length(target, 8 * longs), longs);
    }

    private int length(int target, int bytes) {
        int n = in.getInt(target);
        if (n < 0 || (long) n * bytes > in.limit() - target - 4L) {
            throw new Damage.Found("its description has a list of " + n + " items, which do not fit into it");
        }
        return n;
    }

    /**
     * Structures of numbers of 64 bits.
     *
     * @param size number of structures
     * @param width numbers of each
     */
    record Longs(ByteBuffer in, int at, int size, int width) {
        /** Returns number {@code k} of structure {@code i}. */
        long get(int i, int k) {
            if (i < 0 || i >= size) {
                throw new Damage.Found("its description has " + size + " items where there should be one more");
            }
            return in.getLong(at + 8 * (i * width + k));
        }
    }
}
