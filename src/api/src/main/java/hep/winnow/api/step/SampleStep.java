package hep.winnow.api.step;

/** A step that brings a sample of events: made by a generator, or read from files. */
public sealed interface SampleStep extends Step permits SourceStep, ReadStep {
    /** Returns what the macro says of the sample. */
    SampleOptions sample();

    /** Returns what holds where {@link #sample()} is silent: such as the weight column of a generator. */
    default SampleDefaults defaults() {
        return SampleDefaults.NONE;
    }
}
