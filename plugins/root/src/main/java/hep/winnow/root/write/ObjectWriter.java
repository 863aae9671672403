package hep.winnow.root.write;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Streams objects as {@code TBufferFile} does. Behind a pointer stands the object itself the first time, and later the place at which it stood; so do names of classes. Places count from the key
 * of the outermost object.
 */
final class ObjectWriter {
    private static final int COUNTED = 0x40000000;
    private static final int NEW_CLASS = -1;
    private static final int OLD_CLASS = 0x80000000;

    /** Places are one thing more than that, so that none is 0, which is the pointer to nothing. */
    private static final int FIRST_PLACE = 2;

    /** The bits of an object that was made by {@code new} and is not deleted, with which ROOT writes most. */
    private static final int ALIVE = 0x03000000;

    private static final int DARK_BLUE = 602;
    private static final int SOLID = 1001;

    private final ByteSink out = new ByteSink();
    private final int displacement;
    private final Map<String, Integer> classes = new HashMap<>();
    private final IdentityHashMap<Object, Integer> objects = new IdentityHashMap<>();

    /** Makes one for an object that stands behind a key of that length. */
    ObjectWriter(int keyLength) {
        this.displacement = keyLength + FIRST_PLACE;
    }

    /** Returns where plain fields go. */
    ByteSink out() {
        return out;
    }

    /** Writes fields behind their length and the version of their class. */
    ObjectWriter part(int version, Runnable fields) {
        int at = out.size();
        out.i32(0).i16(version);
        fields.run();
        out.set32(at, COUNTED | out.size() - at - Integer.BYTES);
        return this;
    }

    /** Writes a pointer to an object, and the object if it has not been written. */
    ObjectWriter pointer(Streamed object) {
        Integer seen = objects.get(object);
        if (seen != null) {
            out.i32(seen);
            return this;
        }
        int at = out.size();
        out.i32(0);
        classTag(object.className());
        objects.put(object, at + displacement);
        object.write(this);
        out.set32(at, COUNTED | out.size() - at - Integer.BYTES);
        return this;
    }

    private void classTag(String name) {
        Integer seen = classes.get(name);
        if (seen == null) {
            classes.put(name, out.size() + displacement);
            out.i32(NEW_CLASS).zeroEnded(name);
        } else {
            out.i32(OLD_CLASS | seen);
        }
    }

    /** Writes a pointer to nothing. */
    ObjectWriter nothing() {
        out.i32(0);
        return this;
    }

    /** Writes a {@code TObject} with further bits. */
    ObjectWriter object(int bits) {
        out.i16(1).i32(0).i32(ALIVE | bits);
        return this;
    }

    /** Writes a {@code TNamed}. */
    ObjectWriter named(String name, String title) {
        return named(name, title, 0);
    }

    /** Writes a {@code TNamed} with bits. */
    ObjectWriter named(String name, String title, int bits) {
        return part(1, () -> object(bits).out.text(name).text(title));
    }

    /** Writes a {@code TAttLine}: thin, dark blue. */
    ObjectWriter line() {
        return part(2, () -> out.i16(DARK_BLUE).i16(1).i16(1));
    }

    /** Writes a {@code TAttFill}: none. */
    ObjectWriter fill() {
        return part(2, () -> out.i16(0).i16(SOLID));
    }

    /** Writes a {@code TAttMarker}. */
    ObjectWriter marker(int style) {
        return part(2, () -> out.i16(1).i16(style).f32(1));
    }

    /** Writes a {@code TObjArray} of pointers. */
    ObjectWriter array(List<? extends Streamed> items) {
        return part(3, () -> {
            object(0).out.text("").i32(items.size()).i32(0);
            items.forEach(this::pointer);
        });
    }

    /** Writes a {@code TList} of pointers. */
    ObjectWriter list(List<? extends Streamed> items) {
        return part(5, () -> {
            object(0).out.text("").i32(items.size());
            for (Streamed item : items) {
                pointer(item);
                out.text("");
            }
        });
    }

    /** Writes a {@code TArrayD}. */
    ObjectWriter doubles(double... values) {
        out.i32(values.length).doubles(values);
        return this;
    }
}
