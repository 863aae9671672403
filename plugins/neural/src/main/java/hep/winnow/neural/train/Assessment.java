package hep.winnow.neural.train;

import hep.winnow.neural.layer.Parameters;

/** Judges a network by some events. */
interface Assessment {
    /** Returns the sum of weights; the mean loss means something where it is above 0. */
    double sumOfWeights();

    /** Returns what the network makes of the events; NaN for all where there are none. */
    Result of(Parameters parameters);

    /**
     * What the network makes of events; NaN where there is none.
     *
     * @param loss in units of the target squared for a regression
     * @param auc of two classes
     * @param accuracy of several classes: the weighted share whose greatest output is that of its class, the first of equals
     */
    record Result(double loss, double auc, double accuracy) {
        /** Of no events. */
        static final Result NONE = new Result(Double.NaN, Double.NaN, Double.NaN);
    }
}
