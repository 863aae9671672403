package hep.winnow.root.tree;

import hep.winnow.root.file.Cursor;
import hep.winnow.root.file.Damage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the value of an entry lies in the bytes of a basket. A shape reads one value, hands its numbers and texts to the sinks of its columns, and leaves the cursor behind it. A sink
 * that is null is of a column that nobody asked for.
 */
interface Shape {
    /** Reads one value. */
    void read(Cursor in, @Nullable Sink[] sinks);

    /** Reads several values, one behind the other. */
    default void readMany(Cursor in, int count, @Nullable Sink[] sinks) {
        for (int i = 0; i < count; i++) {
            read(in, sinks);
        }
    }

    /** Returns the fewest bytes that a value can have: what a file that claims many of them is held against. */
    int least();

    /** Calls for each column, with the depth of its lists. */
    void columns(int depth, Columns to);

    /** Is told of columns. */
    @FunctionalInterface
    interface Columns {
        /** Is told of the column that has a place among the sinks. */
        void column(int place, int depth);
    }

    /** A number, of the column at {@code place}. */
    record Numeric(Numbers numbers, int place) implements Shape {
        @Override
        public void read(Cursor in, @Nullable Sink[] sinks) {
            readMany(in, 1, sinks);
        }

        @Override
        public void readMany(Cursor in, int count, @Nullable Sink[] sinks) {
            int from = in.skip((long) count * numbers.bytes());
            Sink sink = sinks[place];
            if (sink != null) {
                numbers.read(in.bytes(), from, count, sink.room(count), sink.size());
                sink.added(count);
            }
        }

        @Override
        public int least() {
            return numbers.bytes();
        }

        @Override
        public void columns(int depth, Columns to) {
            to.column(place, depth);
        }
    }

    /** How the length of a text is told. */
    enum TextForm {
        /** A byte, or 255 and four bytes. */
        SHORT,
        /** Four bytes. */
        LONG
    }

    /** A text, of the column at {@code place}. */
    record Text(TextForm form, int place) implements Shape {
        @Override
        public void read(Cursor in, @Nullable Sink[] sinks) {
            String text = form == TextForm.SHORT ? in.text() : in.utf8(in.i32());
            Sink sink = sinks[place];
            if (sink != null) {
                sink.text(text);
            }
        }

        @Override
        public int least() {
            return form == TextForm.SHORT ? 1 : 4;
        }

        @Override
        public void columns(int depth, Columns to) {
            to.column(place, depth);
        }
    }

    /** Values of several shapes, one behind the other: an object without a header. */
    record Sequence(List<Shape> parts) implements Shape {
        public Sequence {
            parts = List.copyOf(parts);
        }

        @Override
        public void read(Cursor in, @Nullable Sink[] sinks) {
            int[] starts = new int[parts.size()];
            for (int i = 0; i < starts.length; i++) {
                starts[i] = in.position();
                if (parts.get(i) instanceof CountedBy array) {
                    array.read(in, array.count(in.bytes(), starts), sinks);
                } else {
                    parts.get(i).read(in, sinks);
                }
            }
        }

        @Override
        public int least() {
            long sum = 0;
            for (Shape part : parts) {
                sum += part.least();
            }
            return (int) Math.min(sum, Integer.MAX_VALUE);
        }

        @Override
        public void columns(int depth, Columns to) {
            parts.forEach(part -> part.columns(depth, to));
        }
    }

    /** An array of fixed length. */
    record Fixed(int length, int depth, Shape element) implements Shape {
        @Override
        public void read(Cursor in, @Nullable Sink[] sinks) {
            Lists.begin(element, depth, length, sinks);
            element.readMany(in, length, sinks);
        }

        @Override
        public void readMany(Cursor in, int count, @Nullable Sink[] sinks) {
            if ((long) count * length > Integer.MAX_VALUE) {
                throw new Damage.Found("it ends too early");
            }
            if (element instanceof Numeric) {
                for (int i = 0; i < count; i++) {
                    Lists.begin(element, depth, length, sinks);
                }
                element.readMany(in, count * length, sinks);
            } else {
                Shape.super.readMany(in, count, sinks);
            }
        }

        @Override
        public int least() {
            return (int) Math.min((long) length * element.least(), Integer.MAX_VALUE);
        }

        @Override
        public void columns(int outer, Columns to) {
            element.columns(outer + 1, to);
        }
    }

    /** A list behind the number of its values. */
    record Counted(int depth, Shape element) implements Shape {
        @Override
        public void read(Cursor in, @Nullable Sink[] sinks) {
            int count = in.i32();
            Lists.check(count, element, in);
            Lists.begin(element, depth, count, sinks);
            element.readMany(in, count, sinks);
        }

        @Override
        public int least() {
            return 4;
        }

        @Override
        public void columns(int outer, Columns to) {
            element.columns(outer + 1, to);
        }
    }

    /**
     * An array in an object that is not split, behind a byte that tells whether it is there.
     *
     * @param counter place among the members of the one that tells how many values there are
     * @param kind of that member
     */
    record CountedBy(int counter, Kind kind, int depth, Shape element) implements Shape {
        @Override
        public void read(Cursor in, @Nullable Sink[] sinks) {
            throw new Damage.Refused("an array whose length another member tells stands where that is not known");
        }

        /** Returns how many values there are, from where the members of the object begin. */
        int count(byte[] bytes, int[] starts) {
            Object one = kind.type() == hep.winnow.api.event.ColumnType.LONG ? new long[1] : new int[1];
            Numbers.of(kind).read(bytes, starts[counter], 1, one, 0);
            long count = java.lang.reflect.Array.getLong(one, 0);
            if (count < 0 || count > Integer.MAX_VALUE) {
                throw new Damage.Found("an array says that it has " + count + " values");
            }
            return (int) count;
        }

        /** Reads so many values, if they are there. */
        void read(Cursor in, int told, @Nullable Sink[] sinks) {
            int count = in.u8() == 0 ? 0 : told;
            Lists.check(count, element, in);
            Lists.begin(element, depth, count, sinks);
            element.readMany(in, count, sinks);
        }

        @Override
        public int least() {
            return 1;
        }

        @Override
        public void columns(int outer, Columns to) {
            element.columns(outer + 1, to);
        }
    }

    /**
     * A list of as many values as there are up to the end: of the entry, or of the object that it is in.
     *
     * @param flag number of bytes in front of the values
     */
    record ToEnd(int flag, int depth, Shape element) implements Shape {
        @Override
        public void read(Cursor in, @Nullable Sink[] sinks) {
            // An array that is not there is nothing at all, or a zero byte.
            if (in.remaining() < flag) {
                Lists.begin(element, depth, 0, sinks);
                return;
            }
            in.skip(flag);
            if (element.isFixed()) {
                int size = element.least();
                int count = size == 0 ? 0 : in.remaining() / size;
                if (size > 0 && in.remaining() % size != 0) {
                    throw new Damage.Found(
                            "an entry has " + in.remaining() + " bytes, which is no whole number of values of " + size);
                }
                Lists.begin(element, depth, count, sinks);
                element.readMany(in, count, sinks);
                return;
            }
            int count = 0;
            while (in.remaining() > 0) {
                int before = in.position();
                element.read(in, sinks);
                if (in.position() == before) {
                    throw new Damage.Found("a value has no bytes");
                }
                count++;
            }
            Lists.begin(element, depth, count, sinks);
        }

        @Override
        public int least() {
            return 0;
        }

        @Override
        public void columns(int outer, Columns to) {
            element.columns(outer + 1, to);
        }
    }

    /** Tells whether all values have the same number of bytes. */
    default boolean isFixed() {
        return this instanceof Numeric
                || this instanceof Fixed f && f.element().isFixed()
                || this instanceof Sequence s && s.parts().stream().allMatch(Shape::isFixed);
    }
}
