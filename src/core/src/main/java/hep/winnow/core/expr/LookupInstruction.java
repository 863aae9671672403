package hep.winnow.core.expr;

import hep.winnow.core.lookup.Key;
import hep.winnow.core.lookup.LookupTable;
import java.util.List;

/**
 * A call of a lookup table, element by element.
 *
 * @param field what it gives; empty for the table's value
 * @param operands one per key
 */
record LookupInstruction(LookupTable table, String field, int[] operands) implements Instruction {
    @Override
    public void run(Frame frame, int slot) {
        Shape shape = frame.join(slot, operands);
        double[][] keys = keys(frame, shape);
        boolean[] touched = Touch.ofAll(frame, shape, operands);
        if (table.isCondition(field)) {
            double[] found = shape.borrowNumbers();
            table.found(keys, shape.size(), found);
            touched = Touch.or(touched, Touch.truth(found, shape.size(), frame.newMask(slot)));
            shape.giveBack(found);
        } else {
            int failed = table.apply(field, keys, shape.size(), frame.newNumbers(slot));
            if (failed >= 0) {
                throw new NoSuchRow(event(shape, failed), table, table.describe(keys, failed));
            }
        }
        frame.setTouched(slot, touched);
    }

    private double[][] keys(Frame frame, Shape shape) {
        List<Key> kinds = table.keys();
        double[][] keys = new double[operands.length][];
        for (int k = 0; k < keys.length; k++) {
            keys[k] = kinds.get(k).kind() == Key.Kind.TEXT
                    ? table.codes(k, frame.strings(operands[k], shape), shape.size())
                    : frame.numbers(operands[k], shape);
        }
        return keys;
    }

    private static int event(Shape shape, int value) {
        if (!shape.isList()) {
            return value;
        }
        int event = 0;
        while (shape.offsets()[event + 1] <= value) {
            event++;
        }
        return event;
    }
}
