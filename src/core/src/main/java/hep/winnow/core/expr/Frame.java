package hep.winnow.core.expr;

import hep.winnow.api.event.Column;
import hep.winnow.api.event.ColumnType;
import hep.winnow.core.expr.Program.Guard;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
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
    private final double[] @Nullable [] numbers;
    private final boolean[] isScratch;
    private final boolean[] @Nullable [] masks;
    private final String[] @Nullable [] strings;
    private final boolean[] @Nullable [] touched;
    private final double[] uniform;
    private final String[] uniformText;
    private final @Nullable Boolean[] guardHolds;
    private final Deque<double[]> freeNumbers = new ArrayDeque<>();
    private final Deque<boolean[]> freeMasks = new ArrayDeque<>();

    Frame(
            Program program,
            int n,
            Function<TypedExpr.Input, Column> inputs,
            ToDoubleFunction<TypedExpr.Scalar> scalars) {
        this.program = program;
        this.n = n;
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

    /** Returns the column that an input slot holds; null if it is another slot. */
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
        if (column.size() != n || isText != (input.type() == ValueType.STRING)) {
            throw new IllegalArgumentException("input '" + input.name() + "' should be " + n + " values of "
                    + input.columnType() + ", found " + column.size() + " of " + column.type());
        }
        columns[slot] = column;
    }

    /** Returns a scratch array that becomes the slot's numbers. */
    double[] newNumbers(int slot) {
        double[] array = freeNumbers.isEmpty() ? new double[n] : freeNumbers.pop();
        numbers[slot] = array;
        isScratch[slot] = true;
        return array;
    }

    /** Returns a scratch array that becomes the slot's mask. */
    boolean[] newMask(int slot) {
        boolean[] array = borrowMask();
        masks[slot] = array;
        return array;
    }

    /** Returns an array that becomes the slot's strings. */
    String[] newStrings(int slot) {
        String[] array = new String[n];
        strings[slot] = array;
        return array;
    }

    /** Returns a scratch array of numbers, to be given back. */
    double[] borrowNumbers() {
        return freeNumbers.isEmpty() ? new double[n] : freeNumbers.pop();
    }

    /** Takes a scratch array back. */
    void giveBack(double[] array) {
        freeNumbers.push(array);
    }

    /** Returns a scratch array of conditions, to be given back. */
    boolean[] borrowMask() {
        return freeMasks.isEmpty() ? new boolean[n] : freeMasks.pop();
    }

    /** Takes a scratch array back. */
    void giveBack(boolean[] array) {
        freeMasks.push(array);
    }

    /** Sets for which events a comparison below the slot met a NaN. The array is never changed again. */
    void setTouched(int slot, boolean[] events) {
        touched[slot] = events;
    }

    // what instructions read

    /** Returns for which events a comparison below the slot met a NaN; empty for none. */
    boolean[] touched(int slot) {
        boolean[] events = touched[slot];
        return events == null ? Touch.NONE : events;
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
        } else if (program.types().get(slot) == ValueType.STRING) {
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
        if (program.types().get(slot) != ValueType.BOOLEAN) {
            throw new IllegalStateException(
                    "asked for the mask of " + program.types().get(slot).text());
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
        if (program.types().get(slot) != ValueType.STRING) {
            throw new IllegalStateException(
                    "asked for the strings of " + program.types().get(slot).text());
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
        Column input = columns[slot];
        if (input != null) {
            return input;
        }
        return switch (program.types().get(slot)) {
            case NUMBER -> new Column.Doubles(numbers(slot));
            case BOOLEAN -> new Column.Booleans(mask(slot));
            case STRING -> new Column.Strings(strings(slot));
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

    private boolean hasAny(boolean[] mask, boolean wanted) {
        for (int i = 0; i < n; i++) {
            if (mask[i] == wanted) {
                return true;
            }
        }
        return false;
    }

    private void recycle(int slot) {
        double[] array = numbers[slot];
        if (array != null && isScratch[slot]) {
            giveBack(array);
        }
        numbers[slot] = null;
        boolean[] mask = masks[slot];
        if (mask != null) {
            giveBack(mask);
            masks[slot] = null;
        }
        strings[slot] = null;
    }
}
