package hep.winnow.core.expr;

import java.util.Arrays;

/** The elements of a list, and behind them those of another one, for each event. */
record ConcatInstruction(int list, int other) implements Instruction {
    @Override
    public void run(Frame frame, int slot) {
        int[] a = frame.shape(list).offsets();
        int[] b = frame.shape(other).offsets();
        int[] offsets = new int[a.length];
        Arrays.setAll(offsets, e -> Math.addExact(a[e], b[e]));
        Shape shape = frame.shapeOf(offsets);
        frame.setShape(slot, shape);
        switch (frame.type(slot).element()) {
            case BOOLEAN -> join(frame.mask(list), frame.mask(other), a, b, frame.newMask(slot));
            case STRING -> join(frame.strings(list), frame.strings(other), a, b, frame.newStrings(slot));
            default -> join(frame.numbers(list), frame.numbers(other), a, b, frame.newNumbers(slot));
        }
        frame.setTouched(slot, touched(frame, a, b, shape.size()));
        frame.setTouchedEvents(slot, Touch.or(frame.touchedEvents(list), frame.touchedEvents(other)));
    }

    /** Joins arrays of one type, event by event. */
    private static void join(Object first, Object second, int[] a, int[] b, Object out) {
        int at = 0;
        for (int e = 0; e + 1 < a.length; e++) {
            System.arraycopy(first, a[e], out, at, a[e + 1] - a[e]);
            at += a[e + 1] - a[e];
            System.arraycopy(second, b[e], out, at, b[e + 1] - b[e]);
            at += b[e + 1] - b[e];
        }
    }

    private boolean[] touched(Frame frame, int[] a, int[] b, int size) {
        boolean[] first = frame.touched(list);
        boolean[] second = frame.touched(other);
        if (first.length == 0 && second.length == 0) {
            return Touch.NONE;
        }
        boolean[] out = new boolean[size];
        join(orNone(first, a), orNone(second, b), a, b, out);
        return out;
    }

    private static boolean[] orNone(boolean[] touched, int[] offsets) {
        return touched.length > 0 ? touched : new boolean[offsets[offsets.length - 1]];
    }
}
