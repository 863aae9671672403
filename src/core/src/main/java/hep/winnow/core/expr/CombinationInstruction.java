package hep.winnow.core.expr;

/**
 * The indexes of one member of each combination of {@code of} different elements of a list: (0, 1), (0, 2), (1, 2) for pairs of three elements, in the order of
 * the first member, then of the second.
 *
 * @param list whose elements are combined
 * @param of how many make a combination: 2 or 3
 * @param member which of them, from 0
 */
record CombinationInstruction(int list, int of, int member) implements Instruction {
    @Override
    public void run(Frame frame, int slot) {
        int[] from = frame.shape(list).offsets();
        int[] offsets = new int[from.length];
        for (int e = 0; e + 1 < from.length; e++) {
            offsets[e + 1] = Combinations.end(offsets[e], count(from[e + 1] - from[e]), e);
        }
        frame.setShape(slot, frame.shapeOf(offsets));
        double[] out = frame.newNumbers(slot);
        int at = 0;
        for (int e = 0; e + 1 < from.length; e++) {
            int n = from[e + 1] - from[e];
            at = of == 2 ? pairs(n, out, at) : triples(n, out, at);
        }
        frame.setTouchedEvents(slot, frame.allTouched(list));
    }

    private double count(double n) {
        return of == 2 ? n * (n - 1) / 2 : n * (n - 1) * (n - 2) / 6;
    }

    private int pairs(int n, double[] out, int start) {
        int at = start;
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                out[at++] = member == 0 ? i : j;
            }
        }
        return at;
    }

    private int triples(int n, double[] out, int start) {
        int at = start;
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                for (int k = j + 1; k < n; k++) {
                    out[at++] = member == 0 ? i : member == 1 ? j : k;
                }
            }
        }
        return at;
    }
}
