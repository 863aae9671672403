package hep.winnow.api.step;

import hep.winnow.api.event.EventSource;
import hep.winnow.api.random.RandomStream;

/** A step that brings a sample of events, such as a toy generator or a file format. */
public non-sealed interface SourceStep extends Step {
    /** Returns what the macro says of the sample. */
    SampleOptions sample();

    /** Returns what holds where {@link #sample()} is silent: such as the weight column of a generator. */
    default SampleDefaults defaults() {
        return SampleDefaults.NONE;
    }

    /**
     * Returns the events. Called while the macro is checked: it reads headers, not events.
     *
     * @param random stream of this statement
     */
    EventSource source(RandomStream random);
}
