package hep.winnow.core.expr;

import hep.winnow.api.event.Column;
import hep.winnow.api.event.ColumnType;
import hep.winnow.core.expr.Program.Guard;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * The slots of a program for one block. A slot holds its values as numbers, as a mask, as strings, as a column, as one value for all
 * events, or in several of these ways: what is asked for is made of what is there. Arrays of slots that nobody reads any more are used again.
 */
final class Frame {
    private final Program program;
    private final int n;
    private final Function<TypedExpr.Input, Column> inputs;
    private final ToDoubleFunction<TypedExpr.Scalar> scalars;

    private final boolean[] isComputed;
    private final @Nullable Column[] columns;
    private final Shape events;
    private final List<Shape> lists = new ArrayList<>();
    private final Shape[] shapes;
    private final @Nullable Spread[] spreads;
    private final double[] @Nullable [] numbers;
    private final boolean[] isScratch;
    private final boolean[] @Nullable [] masks;
    private final String[] @Nullable [] strings;
    private final boolean[] @Nullable [] touched;
    private final boolean[] @Nullable [] touchedEvents;
    private final double[] uniform;
    private final String[] uniformText;
    private final @Nullable Boolean[] guardHolds;

    Frame(
            Program program,
            Scratch scratch,
            Function<TypedExpr.Input, Column> inputs,
            ToDoubleFunction<TypedExpr.Scalar> scalars) {
        this.program = program;
        this.n = scratch.size();
        this.inputs = inputs;
        this.scalars = scalars;
        int size = program.size();
        isComputed = new boolean[size];
        columns = new Column[size];
        numbers = new double[size][];
        isScratch = new boolean[size];
        masks = new boolean[size][];
        strings = new String[size][];
        touched = new boolean[size][];
        touchedEvents = new boolean[size][];
        events = Shape.ofEvents(scratch);
        shapes = new Shape[size];
        Arrays.fill(shapes, events);
        spreads = new Spread[size];
        uniform = new double[size];
        uniformText = new String[size];
        guardHolds = new Boolean[program.guards().size()];
    }

    /** Runs the program. */
    void run() {
        for (int s = 0; s < program.size(); s++) {
            if (holds(program.guardOf()[s])) {
                program.instructions().get(s).run(this, s);
                isComputed[s] = true;
            }
            for (int dead : program.dying()[s]) {
                recycle(dead);
            }
        }
    }

    /** Hands the scratch arrays over that are not in use. */
    Scratch release() {
        return events.release();
    }

    /** Returns the number of events. */
    int size() {
        return n;
    }

    /** Tells whether some event needed the slot, so that it has values. */
    boolean isComputed(int slot) {
        return isComputed[slot];
    }

    /** Tells whether the slot has one value for all events. */
    boolean isUniform(int slot) {
        return program.instructions().get(slot).isUniform();
    }

    /** Returns the one value of a uniform slot. */
    double uniform(int slot) {
        return uniform[slot];
    }

    /** Returns the type of the slot. */
    ValueType type(int slot) {
        return program.types().get(slot);
    }

    /** Returns the shape of the slot's values. */
    Shape shape(int slot) {
        return shapes[slot];
    }

    /** Returns the shape of one value per event. */
    Shape events() {
        return events;
    }

    /** Returns the shape of lists; an earlier one if it is the same. */
    Shape shapeOf(int[] offsets) {
        for (Shape known : lists) {
            if (Arrays.equals(known.offsets(), offsets)) {
                return known;
            }
        }
        Shape shape = Shape.ofLists(offsets);
        lists.add(shape);
        return shape;
    }

    /** Returns the values that an input slot holds, of lists one behind the other; null if it is another slot. */
    @Nullable
    Column inputColumn(int slot) {
        return columns[slot];
    }

    // what instructions write

    void setUniform(int slot, double number, String text) {
        uniform[slot] = number;
        uniformText[slot] = text;
    }

    void setUniform(int slot, TypedExpr.Scalar scalar) {
        setUniform(slot, scalars.applyAsDouble(scalar), "");
    }

    void setInput(int slot, TypedExpr.Input input) {
        Column column = inputs.apply(input);
        boolean isText = column.type() == ColumnType.STRING;
        int depth = input.type().isList() ? 1 : 0;
        if (column.size() != n || isText != (input.type().element() == ValueType.STRING) || column.depth() != depth) {
            throw new IllegalArgumentException("input '" + input.name() + "' should be " + n + inWords(depth)
                    + input.columnType() + ", found " + column.size() + inWords(column.depth()) + column.type());
        }
        if (column instanceof Column.Lists jagged) {
            shapes[slot] = shapeOf(jagged.offsets());
            columns[slot] = jagged.values();
        } else {
            columns[slot] = column;
        }
    }

    private static String inWords(int depth) {
        return depth == 0 ? " values of " : depth == 1 ? " lists of " : " lists of lists of ";
    }

    /** Sets the shape of a slot before its values are made. */
    void setShape(int slot, Shape shape) {
        shapes[slot] = shape;
    }

    /**
     * Gives a slot the shape that its operands have in common, for what works element by element. Events that an operand has lost to a missing value are kept in mind.
     *
     * @throws UnequalLists if two operands are lists of different lengths
     */
    Shape join(int slot, int... operands) {
        Shape common = common(operands);
        shapes[slot] = common;
        if (common.isList()) {
            boolean[] lost = Touch.NONE;
            for (int operand : operands) {
                lost = Touch.or(lost, shapes[operand].isList() ? touchedEvents(operand) : touched(operand));
            }
            touchedEvents[slot] = lost;
        }
        return common;
    }

    /**
     * Returns the shape that slots have in common: a value per event stands for all elements of a list.
     *
     * @throws UnequalLists if two of them are lists of different lengths
     */
    Shape common(int... operands) {
        Shape common = events;
        int first = -1;
        for (int operand : operands) {
            Shape shape = shapes[operand];
            if (shape.isList() && common.isList() && shape != common) {
                throw unequal(first, operand);
            }
            if (shape.isList()) {
                common = shape;
                first = operand;
            }
        }
        return common;
    }

    private UnequalLists unequal(int first, int second) {
        int[] a = shapes[first].offsets();
        int[] b = shapes[second].offsets();
        int event = 0;
        while (a[event + 1] - a[event] == b[event + 1] - b[event]) {
            event++;
        }
        return new UnequalLists(
                event, program.text(first), a[event + 1] - a[event], program.text(second), b[event + 1] - b[event]);
    }

    /** Returns a scratch array that becomes the slot's numbers. */
    double[] newNumbers(int slot) {
        double[] array = shapes[slot].borrowNumbers();
        numbers[slot] = array;
        isScratch[slot] = true;
        return array;
    }

    /** Returns a scratch array that becomes the slot's mask. */
    boolean[] newMask(int slot) {
        boolean[] array = shapes[slot].borrowMask();
        masks[slot] = array;
        return array;
    }

    /** Returns an array that becomes the slot's strings. */
    String[] newStrings(int slot) {
        String[] array = new String[shapes[slot].size()];
        strings[slot] = array;
        return array;
    }

    /** Sets for which values of the slot a comparison below it met a NaN. The array is never changed again. */
    void setTouched(int slot, boolean[] values) {
        touched[slot] = values;
    }

    /** Sets for which events a comparison below the lists of a slot met a NaN, other than those that its values tell. */
    void setTouchedEvents(int slot, boolean[] where) {
        touchedEvents[slot] = where;
    }

    // what instructions read

    /** Returns for which values of the slot a comparison below it met a NaN; empty for none. */
    boolean[] touched(int slot) {
        boolean[] values = touched[slot];
        return values == null ? Touch.NONE : values;
    }

    /** Returns for which events a comparison below the lists of a slot met a NaN, other than those that its values tell; empty for none. */
    boolean[] touchedEvents(int slot) {
        boolean[] where = touchedEvents[slot];
        return where == null ? Touch.NONE : where;
    }

    /** Returns for which events any comparison below the slot met a NaN; empty for none. */
    boolean[] allTouched(int slot) {
        Shape shape = shapes[slot];
        return shape.isList()
                ? Touch.or(touchedEvents(slot), Touch.anyOf(touched(slot), shape.offsets()))
                : touched(slot);
    }

    /** Returns the slot's values as numbers of a shape: those of events stand for all elements of their lists. */
    double[] numbers(int slot, Shape shape) {
        if (shapes[slot] == shape) {
            return numbers(slot);
        }
        Spread spread = spread(slot, shape);
        return isUniform(slot) ? spread.numbers(uniform[slot]) : spread.numbers(numbers(slot));
    }

    /** Returns the slot's conditions in a shape: those of events stand for all elements of their lists. */
    boolean[] mask(int slot, Shape shape) {
        return shapes[slot] == shape ? mask(slot) : spread(slot, shape).mask(mask(slot));
    }

    /** Returns the slot's strings in a shape: those of events stand for all elements of their lists. */
    String[] strings(int slot, Shape shape) {
        return shapes[slot] == shape ? strings(slot) : Spread.strings(strings(slot), shape);
    }

    private Spread spread(int slot, Shape shape) {
        Spread known = spreads[slot];
        if (known == null || known.shape() != shape) {
            known = new Spread(shape);
            spreads[slot] = known;
        }
        return known;
    }

    /** Returns the slot's values as numbers. */
    double[] numbers(int slot) {
        double[] known = numbers[slot];
        if (known != null) {
            return known;
        }
        Column column = columns[slot];
        if (column instanceof Column.Doubles doubles) {
            numbers[slot] = doubles.values();
            return doubles.values();
        }
        double[] out = newNumbers(slot);
        if (column != null) {
            Columns.widen(column, out);
        } else if (masks[slot] != null) {
            Columns.widen(new Column.Booleans(mask(slot)), out);
        } else if (type(slot).element() == ValueType.STRING) {
            throw new IllegalStateException("asked for the numbers of a string");
        } else {
            Arrays.fill(out, uniform[slot]);
        }
        return out;
    }

    /** Returns the slot's conditions. */
    boolean[] mask(int slot) {
        boolean[] known = masks[slot];
        if (known != null) {
            return known;
        }
        if (type(slot).element() != ValueType.BOOLEAN) {
            throw new IllegalStateException(
                    "asked for the mask of " + type(slot).text());
        }
        if (columns[slot] instanceof Column.Booleans booleans) {
            return booleans.values();
        }
        boolean[] out = newMask(slot);
        Arrays.fill(out, uniform[slot] != 0);
        return out;
    }

    /** Returns the slot's strings. */
    String[] strings(int slot) {
        String[] known = strings[slot];
        if (known != null) {
            return known;
        }
        if (type(slot).element() != ValueType.STRING) {
            throw new IllegalStateException(
                    "asked for the strings of " + type(slot).text());
        }
        if (columns[slot] instanceof Column.Strings column) {
            return column.values();
        }
        String[] out = newStrings(slot);
        Arrays.fill(out, uniformText[slot]);
        return out;
    }

    /** Returns the slot's values in their own type. */
    Column column(int slot) {
        Column values = values(slot);
        return shapes[slot].isList() ? new Column.Lists(shapes[slot].offsets(), values) : values;
    }

    private Column values(int slot) {
        Column input = columns[slot];
        if (input != null) {
            return input;
        }
        return switch (type(slot).element()) {
            case BOOLEAN -> new Column.Booleans(mask(slot));
            case STRING -> new Column.Strings(strings(slot));
            default -> new Column.Doubles(numbers(slot));
        };
    }

    private boolean holds(int index) {
        if (index < 0) {
            return true;
        }
        Boolean known = guardHolds[index];
        if (known == null) {
            Guard guard = program.guards().get(index);
            known = holds(guard.base()) && hasAny(mask(guard.slot()), guard.wanted());
            guardHolds[index] = known;
        }
        return known;
    }

    private static boolean hasAny(boolean[] mask, boolean wanted) {
        for (boolean value : mask) {
            if (value == wanted) {
                return true;
            }
        }
        return false;
    }

    private void recycle(int slot) {
        double[] array = numbers[slot];
        if (array != null && isScratch[slot]) {
            shapes[slot].giveBack(array);
        }
        numbers[slot] = null;
        boolean[] mask = masks[slot];
        if (mask != null) {
            shapes[slot].giveBack(mask);
            masks[slot] = null;
        }
        Spread spread = spreads[slot];
        if (spread != null) {
            spread.recycle();
            spreads[slot] = null;
        }
        strings[slot] = null;
    }
}
