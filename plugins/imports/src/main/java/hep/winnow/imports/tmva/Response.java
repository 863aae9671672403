package hep.winnow.imports.tmva;

/** A trained method: what it makes of an event, transformed. Immutable. */
interface Response {
    /** Returns the number of outputs. */
    int outputs();

    /** Writes the outputs for an event. */
    void score(double[] event, double[] out);

    /** Returns the number of fitted numbers. */
    int parameters();

    /** Returns the score that parts signal from background where none is chosen. */
    double threshold();
}
