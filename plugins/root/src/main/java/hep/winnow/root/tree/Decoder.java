package hep.winnow.root.tree;

import hep.winnow.api.event.Column;
import hep.winnow.root.file.Cursor;
import hep.winnow.root.file.Damage;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns the values in a basket into columns. */
final class Decoder {
    /** What stands in front of the values of a list of its own: a header and their number. */
    private static final int LIST_HEAD = 10;

    private final Layout layout;
    private final boolean[] isWanted;

    /**
     * Makes one.
     *
     * @param wanted places of the columns that are asked for, rising
     */
    Decoder(Layout layout, List<Integer> wanted) {
        this.layout = layout;
        this.isWanted = new boolean[layout.columns().size()];
        wanted.forEach(place -> isWanted[place] = true);
    }

    /** Returns the asked-for columns of a basket. */
    List<Column> decode(Basket basket) {
        @Nullable Sink[] sinks = new Sink[isWanted.length];
        for (int i = 0; i < sinks.length; i++) {
            Layout.Part part = layout.columns().get(i);
            if (isWanted[i]) {
                sinks[i] = new Sink(part.type(), part.depth(), part.depth() == 0 ? basket.entries() : 0);
            }
        }
        fill(basket, sinks);
        List<Column> columns = new ArrayList<>();
        for (Sink sink : sinks) {
            if (sink != null) {
                Column column = sink.column();
                if (column.size() != basket.entries()) {
                    throw new Damage.Found("a basket of " + basket.entries() + " entries has " + column.size());
                }
                columns.add(column);
            }
        }
        return columns;
    }

    /** Tells whether a basket holds numbers that nothing can be wrong with, one for each entry: those are best turned into a column when they are asked for. */
    static boolean isPlain(Numbers numbers, Basket basket) {
        boolean isSimple = switch (numbers.kind()) {
            case I32, I64, F32, F64 -> true;
            default -> false;
        };
        return isSimple
                && basket.offsets() == null
                && basket.to() - basket.from() == (long) basket.entries() * numbers.bytes();
    }

    /** Returns some numbers of a plain basket as a column. */
    static Column plain(Numbers numbers, Basket basket, int first, int count) {
        Sink sink = new Sink(numbers.kind().type(), 0, count);
        numbers.read(basket.bytes(), basket.from() + first * numbers.bytes(), count, sink.room(count), 0);
        sink.added(count);
        return sink.column();
    }

    private void fill(Basket basket, @Nullable Sink[] sinks) {
        Shape shape = layout.shape();
        int[] offsets = basket.offsets();
        if (offsets == null) {
            Cursor in = new Cursor(basket.bytes(), basket.from(), basket.to(), 0);
            if (!shape.isFixed() && !tellsItsEnd(shape)) {
                throw new Damage.Refused("its basket does not tell where its entries begin");
            }
            if ((long) basket.entries() * shape.least() > in.remaining()) {
                throw new Damage.Found(
                        "a basket of " + in.remaining() + " bytes says that it has " + basket.entries() + " entries");
            }
            shape.readMany(in, basket.entries(), sinks);
            if (in.remaining() != 0) {
                throw new Damage.Found("a basket has " + in.remaining() + " bytes more than its entries need");
            }
        } else if (shape instanceof Shape.ToEnd list && list.element() instanceof Shape.Numeric number) {
            jagged(basket, offsets, list.flag(), number, sinks);
        } else if (shape instanceof ObjectShapes.Headed headed
                && headed.version() < 0
                && headed.inside() instanceof Shape.Counted list
                && list.element() instanceof Shape.Numeric number) {
            jagged(basket, offsets, LIST_HEAD, number, sinks);
        } else {
            entries(basket, offsets, shape, sinks);
        }
    }

    /** Tells whether an entry is read to its end without knowing beforehand where that is. */
    private static boolean tellsItsEnd(Shape shape) {
        if (shape instanceof Shape.ToEnd) {
            return false;
        }
        return !(shape instanceof Shape.Sequence sequence)
                || sequence.parts().stream().allMatch(Decoder::tellsItsEnd);
    }

    private static void entries(Basket basket, int[] offsets, Shape shape, @Nullable Sink[] sinks) {
        for (int i = 0; i < basket.entries(); i++) {
            Cursor in = new Cursor(basket.bytes(), basket.from() + offsets[i], basket.from() + offsets[i + 1], 0);
            shape.read(in, sinks);
            if (in.remaining() != 0) {
                throw new Damage.Found("an entry has " + in.remaining() + " bytes more than its class tells of");
            }
        }
    }

    /** Reads lists of numbers: the bytes are moved together first, and then turned into numbers all at once. */
    private static void jagged(Basket basket, int[] offsets, int head, Shape.Numeric number, @Nullable Sink[] sinks) {
        Sink sink = sinks[number.place()];
        if (sink == null) {
            return;
        }
        int size = number.numbers().bytes();
        byte[] packed = head == 0 ? basket.bytes() : new byte[basket.to() - basket.from()];
        int from = head == 0 ? basket.from() + offsets[0] : 0;
        int end = from;
        for (int i = 0; i < basket.entries(); i++) {
            int at = basket.from() + offsets[i];
            int length = offsets[i + 1] - offsets[i];
            int skipped = Math.min(head, length);
            int count = (length - skipped) / size;
            boolean isOdd = (length - skipped) % size != 0;
            boolean isShort = head == LIST_HEAD && length < LIST_HEAD;
            if (isOdd || isShort || head == LIST_HEAD && number(basket.bytes(), at + head - 4) != count) {
                throw new Damage.Found("an entry of " + length + " bytes is no list of values of " + size + " bytes");
            }
            sink.list(0, count);
            if (head > 0) {
                System.arraycopy(basket.bytes(), at + skipped, packed, end, count * size);
            }
            end += count * size;
        }
        int all = (end - from) / size;
        number.numbers().read(packed, from, all, sink.room(all), sink.size());
        sink.added(all);
    }

    private static int number(byte[] b, int at) {
        return (b[at] & 0xff) << 24 | (b[at + 1] & 0xff) << 16 | (b[at + 2] & 0xff) << 8 | b[at + 3] & 0xff;
    }
}
