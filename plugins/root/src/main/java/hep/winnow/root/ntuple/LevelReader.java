package hep.winnow.root.ntuple;

import hep.winnow.api.event.Column;
import hep.winnow.root.file.Damage;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Optional;

/** Reads how many values there are for each one above: once for all columns that share a level. */
final class LevelReader {
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int SWITCH = 12;

    private final Level level;
    private final Optional<LevelReader> above;
    private final Optional<PageStream> stream;
    private final Optional<Ends> ends;
    private long chosen;
    private int[] offsets = {0};

    /**
     * Makes one.
     *
     * @param above what lies between it and the event
     * @param stream the column of the level; none for arrays
     */
    LevelReader(Level level, Optional<LevelReader> above, Optional<PageStream> stream) {
        this.level = level;
        this.above = above;
        this.stream = stream;
        this.ends = level.kind() == Level.Kind.ALTERNATIVE ? Optional.empty() : stream.map(Ends::new);
    }

    Level level() {
        return level;
    }

    Optional<LevelReader> above() {
        return above;
    }

    Optional<PageStream> stream() {
        return stream;
    }

    /** Returns how many levels there are down to this one. */
    int depth() {
        return above.isPresent() ? above.get().depth() + 1 : 0;
    }

    /** Returns how many values there are in the block. */
    int items() {
        return offsets[offsets.length - 1];
    }

    /** Returns where the values of each one above begin, and behind the last one where they end. */
    int[] offsets() {
        return offsets;
    }

    /** Reads the level for a block of events, after the levels above it. */
    void read(int events) throws IOException {
        int n = above.isPresent() ? above.get().items() : events;
        offsets = stream.isPresent() ? stored(stream.get(), n) : even(n, level.size());
    }

    private int[] stored(PageStream from, int n) throws IOException {
        if (ends.isEmpty()) {
            return alternatives(from, n);
        }
        int[] found = ends.get().next(n);
        if (level.kind() == Level.Kind.OPTIONAL) {
            checkOptional(from, found);
        }
        return found;
    }

    private static int[] even(int n, int size) {
        if ((long) n * size > Memory.MOST_VALUES) {
            throw new Damage.Found(
                    "there are more than " + Memory.MOST_VALUES + " values of it in one block of events");
        }
        int[] offsets = new int[n + 1];
        for (int i = 0; i < n; i++) {
            offsets[i + 1] = offsets[i] + size;
        }
        return offsets;
    }

    private static void checkOptional(PageStream stream, int[] offsets) {
        for (int i = 1; i < offsets.length; i++) {
            int n = offsets[i] - offsets[i - 1];
            if (n > 1) {
                throw stream.found("it has " + n + " values where there is one or none");
            }
        }
    }

    private int[] alternatives(PageStream tags, int n) throws IOException {
        tags.check(n);
        int[] found = new int[n + 1];
        long before = chosen;
        tags.read(n, (page, size, from, count, to) -> {
            for (int i = 0; i < count; i++) {
                int at = SWITCH * (from + i);
                boolean isThis = (int) INT.get(page, at + 8) == level.size();
                if (isThis && (long) LONG.get(page, at) != before + found[to + i]) {
                    throw tags.found("its values do not stand in the order of the events");
                }
                found[to + i + 1] = found[to + i] + (isThis ? 1 : 0);
            }
        });
        chosen += found[n];
        return found;
    }

    /** Puts values that lie below the level together to what lies above it. */
    Column wrap(Column values) {
        return level.kind().isList() ? new Column.Lists(offsets, values) : Missing.spread(values, offsets);
    }
}
