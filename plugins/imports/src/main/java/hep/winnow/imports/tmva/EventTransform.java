package hep.winnow.imports.tmva;

/** What happens to the variables of an event before they reach a method. Immutable. */
interface EventTransform {
    /** Transforms an event, in place. */
    void apply(double[] event);

    /** Returns how many targets it transforms too, which must be undone. */
    default int targets() {
        return 0;
    }

    /** Undoes it on the targets that a method predicts. */
    default float[] restore(float[] targets) {
        return targets;
    }
}
