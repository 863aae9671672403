package hep.winnow.core.expr;

/** Copies elements of lists from their places into the lists of a slot. */
final class Gather {
    private Gather() {}

    /** Fills a slot, whose shape is set, from the places of a list; a place of -1 is a missing element. */
    static void run(Frame frame, int list, int[] places, int slot) {
        int n = frame.shape(slot).size();
        boolean isCondition = frame.type(slot).element() == ValueType.BOOLEAN;
        switch (frame.type(slot).element()) {
            case BOOLEAN -> {
                boolean[] values = frame.mask(list);
                boolean[] out = frame.newMask(slot);
                for (int i = 0; i < n; i++) {
                    out[i] = places[i] >= 0 && values[places[i]];
                }
            }
            case STRING -> {
                String[] values = frame.strings(list);
                String[] out = frame.newStrings(slot);
                for (int i = 0; i < n; i++) {
                    out[i] = places[i] >= 0 ? values[places[i]] : "";
                }
            }
            default -> {
                double[] values = frame.numbers(list);
                double[] out = frame.newNumbers(slot);
                for (int i = 0; i < n; i++) {
                    out[i] = places[i] >= 0 ? values[places[i]] : Double.NaN;
                }
            }
        }
        frame.setTouched(slot, touched(frame.touched(list), places, n, isCondition));
    }

    private static boolean[] touched(boolean[] ofList, int[] places, int n, boolean isCondition) {
        boolean[] out = new boolean[n];
        boolean any = false;
        for (int i = 0; i < n; i++) {
            out[i] = places[i] < 0 ? isCondition : ofList.length > 0 && ofList[places[i]];
            any |= out[i];
        }
        return any ? out : Touch.NONE;
    }
}
