package hep.winnow.core.run;

import hep.winnow.api.event.Column;
import hep.winnow.core.spill.Kept;
import hep.winnow.core.spill.Memory;
import hep.winnow.core.spill.SpillFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Frames that later stages look at: in memory as long as there is room, else in a temporary file. One in memory remembers what was computed of it; one of the file is read anew each time, so that
 * nothing of it stays. For the thread of the run, but for {@link #get}.
 */
final class FrameCache implements Memory.Holder, AutoCloseable {
    /** Weights, class, id and parts that a frame remembers of an event. */
    private static final int REMEMBERED = 48;

    private final Memory memory;
    private final int perEvent;
    private final SpillFile file;
    private final List<Slot> slots = new ArrayList<>();
    private long held;

    private sealed interface Slot {
        Frame frame();
    }

    private record InMemory(Frame frame, long bytes) implements Slot {}

    private record InFile(Frame empty, Map<String, Kept> columns) implements Slot {
        @Override
        public Frame frame() {
            Map<String, Column> read = new HashMap<>();
            columns.forEach((name, kept) -> read.put(name, kept.column()));
            return empty.with(read);
        }
    }

    /** Makes an empty one; {@code scores} is how many numbers models may tell of an event. */
    FrameCache(Memory memory, int scores) {
        this.memory = memory;
        this.perEvent = REMEMBERED + Double.BYTES * scores;
        this.file = memory.file();
        memory.add(this);
    }

    int size() {
        return slots.size();
    }

    /** Returns a frame; may be called by several threads. */
    Frame get(int i) {
        return slots.get(i).frame();
    }

    /** Adds a frame behind the others. */
    void add(Frame frame) {
        long bytes = (long) perEvent * frame.size();
        for (Column column : frame.columns().values()) {
            bytes += Kept.inMemory(column);
        }
        if (memory.hold(bytes)) {
            held += bytes;
            slots.add(new InMemory(frame, bytes));
        } else {
            slots.add(spilled(frame));
        }
    }

    private Slot spilled(Frame frame) {
        Map<String, Kept> kept = new HashMap<>();
        frame.columns().forEach((name, column) -> kept.put(name, Kept.of(column, file)));
        return new InFile(frame.with(Map.of()), kept);
    }

    @Override
    public void giveBack() {
        for (int i = 0; i < slots.size(); i++) {
            if (slots.get(i) instanceof InMemory slot) {
                slots.set(i, spilled(slot.frame()));
                memory.release(slot.bytes());
                held -= slot.bytes();
            }
        }
    }

    @Override
    public void close() {
        memory.release(held);
        held = 0;
        slots.clear();
        file.close();
    }
}
