package hep.winnow.core.expr;

import hep.winnow.core.expr.function.Kinematics;

/**
 * The nearest element of another collection, for each element of one: its index or its distance in delta R.
 *
 * @param operands eta and phi of the one, eta and phi of the other
 */
record NearestInstruction(int[] operands, boolean isIndex) implements Instruction {
    @Override
    public void run(Frame frame, int slot) {
        Shape shape = frame.common(operands[0], operands[1]);
        Shape others = frame.common(operands[2], operands[3]);
        double[] eta = frame.numbers(operands[0]);
        double[] phi = frame.numbers(operands[1]);
        double[] otherEta = frame.numbers(operands[2]);
        double[] otherPhi = frame.numbers(operands[3]);
        frame.setShape(slot, shape);
        double[] out = frame.newNumbers(slot);
        for (int e = 0; e + 1 < shape.offsets().length; e++) {
            int from = others.offsets()[e];
            int to = others.offsets()[e + 1];
            for (int i = shape.offsets()[e]; i < shape.offsets()[e + 1]; i++) {
                double best = Double.isNaN(eta[i]) || Double.isNaN(phi[i]) ? Double.NaN : Double.POSITIVE_INFINITY;
                double at = Double.NaN;
                for (int k = from; k < to && !Double.isNaN(best); k++) {
                    double distance = Kinematics.deltaR(eta[i], phi[i], otherEta[k], otherPhi[k]);
                    if (k == from || !(distance >= best)) {
                        best = distance;
                        at = Double.isNaN(distance) ? Double.NaN : k - from;
                    }
                }
                out[i] = isIndex ? at : best;
            }
        }
        boolean[] touched = Touch.NONE;
        for (int operand : operands) {
            touched = Touch.or(touched, frame.allTouched(operand));
        }
        frame.setTouchedEvents(slot, touched);
    }
}
