package hep.winnow.core.model.transform;

/** Gathers the weights of equal values, which come one after the other. */
final class MassGroups {
    private final TrainColumns.Visitor visitor;
    private double value;
    private double mass;
    private boolean isBegun;

    MassGroups(TrainColumns.Visitor visitor) {
        this.visitor = visitor;
    }

    void add(double x, double absolute) {
        if (!(absolute > 0)) {
            return;
        }
        if (!isBegun || value != x) {
            end();
            isBegun = true;
            value = x + 0.0;
            mass = 0;
        }
        mass += absolute;
    }

    /** Hands over the last group. */
    void end() {
        if (isBegun) {
            visitor.visit(value, mass);
        }
        isBegun = false;
    }
}
