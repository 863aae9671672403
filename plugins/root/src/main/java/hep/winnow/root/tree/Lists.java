package hep.winnow.root.tree;

import hep.winnow.root.file.Cursor;
import hep.winnow.root.file.Damage;
import org.jspecify.annotations.Nullable;

/** Tells the sinks of a shape of lists. */
final class Lists {
    private Lists() {}

    /** Tells all columns of an element that a list of so many begins, or ended. */
    static void begin(Shape element, int depth, int count, @Nullable Sink[] sinks) {
        if (element instanceof Shape.Numeric number) {
            tell(sinks[number.place()], depth, count);
        } else {
            element.columns(0, (place, inner) -> tell(sinks[place], depth, count));
        }
    }

    private static void tell(@Nullable Sink sink, int depth, int count) {
        if (sink != null) {
            sink.list(depth, count);
        }
    }

    /** Sees that there can be as many values as a file says, before memory is taken for them. */
    static void check(int count, Shape element, Cursor in) {
        if (count < 0 || (long) count * Math.max(1, element.least()) > in.remaining()) {
            throw new Damage.Found(
                    "a list says that it has " + count + " values, and has " + in.remaining() + " bytes");
        }
    }
}
