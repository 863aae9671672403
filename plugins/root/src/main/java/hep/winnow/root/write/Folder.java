package hep.winnow.root.write;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A folder of a file that is being written, a {@code TDirectory}: what it holds, and where its own record stands. */
final class Folder {
    /** Length of what a folder has to tell of itself. */
    static final int BYTES = 60;

    private static final int VERSION = 5;
    private static final int PADDING = 12;

    private final String className;
    private final String name;
    private final String title;
    private final long seek;
    private final int nameBytes;
    private final long parent;
    private final List<KeyHead> keys = new ArrayList<>();
    private final List<Integer> cycles = new ArrayList<>();
    private final Map<String, Integer> last = new HashMap<>();

    /**
     * Makes one.
     *
     * @param seek offset of its key
     * @param nameBytes how many bytes there are from there to what it has to tell
     * @param parent offset of the key of the folder that it lies in; 0 for none
     */
    Folder(String className, String name, String title, long seek, int nameBytes, long parent) {
        this.className = className;
        this.name = name;
        this.title = title;
        this.seek = seek;
        this.nameBytes = nameBytes;
        this.parent = parent;
    }

    /** Returns the offset of its key. */
    long seek() {
        return seek;
    }

    /** Returns the offset of what it has to tell. */
    long record() {
        return seek + nameBytes;
    }

    /** Returns the cycle of the next object of a name: 1 for the first one. */
    int nextCycle(String of) {
        return last.merge(of, 1, Integer::sum);
    }

    void add(KeyHead key, int cycle) {
        keys.add(key);
        cycles.add(cycle);
    }

    /** Returns the list of its keys, and before it a key of its own. */
    byte[] keyList(long at) {
        ByteSink list = new ByteSink().i32(keys.size());
        for (int i = 0; i < keys.size(); i++) {
            keys.get(i).write(list, 0, cycles.get(i));
        }
        ByteSink out = new ByteSink();
        KeyHead.of(className, name, title, at, seek, list.size(), list.size()).write(out);
        return out.raw(list.toBytes()).toBytes();
    }

    /** Returns what it has to tell, once it is known where the list of its keys stands and how long it is, its own key included. */
    byte[] record(long listAt, int listBytes, byte[] uuid) {
        boolean isLarge = Math.max(listAt, seek) > KeyHead.FAR;
        ByteSink out = new ByteSink()
                .i16(isLarge ? VERSION + KeyHead.LARGE : VERSION)
                .i32(KeyHead.NO_TIME)
                .i32(KeyHead.NO_TIME)
                .i32(listBytes)
                .i32(nameBytes);
        if (isLarge) {
            out.i64(seek).i64(parent).i64(listAt).raw(uuid);
        } else {
            out.i32((int) seek).i32((int) parent).i32((int) listAt).raw(uuid).raw(new byte[PADDING]);
        }
        return out.toBytes();
    }
}
