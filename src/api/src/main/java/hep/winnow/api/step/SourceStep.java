package hep.winnow.api.step;

import hep.winnow.api.event.EventSource;
import hep.winnow.api.random.RandomStream;

/** A step that brings a sample of events which no file holds, such as a toy generator. For files see {@link ReadStep}. */
public non-sealed interface SourceStep extends SampleStep {
    /**
     * Returns the events. Called while the macro is checked: it makes no event yet.
     *
     * @param random stream of this statement
     */
    EventSource source(RandomStream random);
}
