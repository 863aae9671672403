package hep.winnow.core.expr;

import hep.winnow.core.expr.function.Kinematics;

/**
 * The invariant mass of each pair of different elements of a collection, in the order of {@link CombinationInstruction}, with the bits of {@code inv_mass}.
 *
 * @param operands momentum, pseudorapidity, azimuth and mass of the elements; the mass may be one per event
 */
record PairMassInstruction(int[] operands) implements Instruction {
    private static final int PARTS = 4;

    @Override
    public void run(Frame frame, int slot) {
        Shape from = frame.common(operands);
        int[] begin = from.offsets();
        int[] offsets = new int[begin.length];
        for (int e = 0; e + 1 < begin.length; e++) {
            double n = begin[e + 1] - begin[e];
            offsets[e + 1] = Combinations.end(offsets[e], n * (n - 1) / 2, e);
        }
        Shape pairs = frame.shapeOf(offsets);
        frame.setShape(slot, pairs);
        double[][] members = members(frame, from, pairs.size());
        Kinematics.invariantMass(members, pairs.size(), frame.newNumbers(slot));
        boolean[] touched = Touch.NONE;
        for (int operand : operands) {
            touched = Touch.or(touched, frame.allTouched(operand));
        }
        frame.setTouchedEvents(slot, touched);
    }

    /** Returns (pt, eta, phi, m) of the first of each pair, and then of the second. */
    private double[][] members(Frame frame, Shape from, int pairs) {
        double[][] out = new double[2 * PARTS][pairs];
        int[] begin = from.offsets();
        for (int part = 0; part < PARTS; part++) {
            double[] values = frame.numbers(operands[part], from);
            double[] first = out[part];
            double[] second = out[PARTS + part];
            int at = 0;
            for (int e = 0; e + 1 < begin.length; e++) {
                for (int i = begin[e]; i < begin[e + 1]; i++) {
                    for (int j = i + 1; j < begin[e + 1]; j++) {
                        first[at] = values[i];
                        second[at++] = values[j];
                    }
                }
            }
        }
        return out;
    }
}
