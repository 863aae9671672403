package hep.winnow.core.expr;

/**
 * The indexes in one of two lists of all pairs of their elements: (0, 0), (0, 1), …, (1, 0) and so on.
 *
 * @param isFirst whether the indexes are those in the first list
 */
record CrossInstruction(int list, int other, boolean isFirst) implements Instruction {
    @Override
    public void run(Frame frame, int slot) {
        int[] a = frame.shape(list).offsets();
        int[] b = frame.shape(other).offsets();
        int[] offsets = new int[a.length];
        for (int e = 0; e + 1 < a.length; e++) {
            double count = (double) (a[e + 1] - a[e]) * (b[e + 1] - b[e]);
            offsets[e + 1] = Combinations.end(offsets[e], count, e);
        }
        frame.setShape(slot, frame.shapeOf(offsets));
        double[] out = frame.newNumbers(slot);
        int at = 0;
        for (int e = 0; e + 1 < a.length; e++) {
            for (int i = 0; i < a[e + 1] - a[e]; i++) {
                for (int j = 0; j < b[e + 1] - b[e]; j++) {
                    out[at++] = isFirst ? i : j;
                }
            }
        }
        frame.setTouchedEvents(slot, Touch.or(frame.allTouched(list), frame.allTouched(other)));
    }
}
