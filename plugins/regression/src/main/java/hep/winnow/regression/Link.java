package hep.winnow.regression;

import hep.winnow.api.graph.Function;
import hep.winnow.api.graph.Graph;
import hep.winnow.api.graph.Operation;
import hep.winnow.api.graph.Precision;

/** What becomes of the linear sums of a model. */
enum Link {
    /** They are the outputs. */
    IDENTITY,
    /** Probabilities: 1/(1 + exp(−η)) of one sum, exp(η_c)/Σ exp(η_k) of several. */
    PROBABILITY;

    /** Turns sums into outputs in place. */
    void apply(double[] eta) {
        if (this == PROBABILITY) {
            if (eta.length == 1) {
                eta[0] = sigmoid(eta[0]);
            } else {
                softmax(eta);
            }
        }
    }

    /** Adds what turns the sums of a node into outputs. */
    void add(Graph.Builder graph, int sums) {
        if (this == PROBABILITY) {
            int width = graph.width(sums);
            Operation link = width == 1 ? new Operation.Apply(Function.SIGMOID, 0) : new Operation.Softmax(width);
            graph.add(link, Precision.DOUBLE, sums);
        }
    }

    /** Returns 1/(1 + exp(−η)), without overflow. */
    static double sigmoid(double eta) {
        if (eta >= 0) {
            return 1 / (1 + StrictMath.exp(-eta));
        }
        double e = StrictMath.exp(eta);
        return e / (1 + e);
    }

    /** Turns sums into probabilities in place; the greatest sum is taken off first, so that nothing overflows. Returns ln Σ exp(η). */
    static double softmax(double[] eta) {
        double greatest = Double.NEGATIVE_INFINITY;
        for (double e : eta) {
            greatest = Math.max(greatest, e);
        }
        double sum = 0;
        for (int k = 0; k < eta.length; k++) {
            eta[k] = StrictMath.exp(eta[k] - greatest);
            sum += eta[k];
        }
        for (int k = 0; k < eta.length; k++) {
            eta[k] /= sum;
        }
        return greatest + StrictMath.log(sum);
    }
}
