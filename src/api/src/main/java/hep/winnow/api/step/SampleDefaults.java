package hep.winnow.api.step;

/**
 * What a source knows of its events, as texts of the macro language; each may be empty.
 *
 * @param weight weight of an event
 * @param signal condition that marks signal
 * @param classColumn column that holds the class
 */
public record SampleDefaults(String weight, String signal, String classColumn) {
    /** A source that knows nothing. */
    public static final SampleDefaults NONE = new SampleDefaults("", "", "");
}
