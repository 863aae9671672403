package hep.winnow.api.step;

/** A trained model of the macro, by name. */
public interface ModelRef {
    /** Returns the name. */
    String name();
}
