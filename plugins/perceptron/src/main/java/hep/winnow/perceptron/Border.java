package hep.winnow.perceptron;

/** A hyperplane w·x + b = 0. Mutable; not safe for several threads. */
final class Border {
    private final double[] weights;
    private double bias;

    Border(int features) {
        this(new double[features], 0);
    }

    private Border(double[] weights, double bias) {
        this.weights = weights;
        this.bias = bias;
    }

    /** Returns w·x + b of the event whose inputs start at {@code x[at]}; features are added in order. */
    double side(float[] x, int at) {
        double sum = bias;
        for (int f = 0; f < weights.length; f++) {
            sum = Math.fma(weights[f], x[at + f], sum);
        }
        return sum;
    }

    /** Adds {@code step} times an event. */
    void move(double step, float[] x, int at) {
        for (int f = 0; f < weights.length; f++) {
            weights[f] = Math.fma(step, x[at + f], weights[f]);
        }
        bias += step;
    }

    /** Adds another border's numbers. */
    void add(Border other) {
        for (int f = 0; f < weights.length; f++) {
            weights[f] += other.weights[f];
        }
        bias += other.bias;
    }

    Border copy() {
        return new Border(weights.clone(), bias);
    }

    PerceptronModel model() {
        return new PerceptronModel(weights, bias);
    }
}
