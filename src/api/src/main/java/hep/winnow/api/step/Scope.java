package hep.winnow.api.step;

/** Which events a step looks at: those of samples that pass a region's cuts and belong to a part of a split. Made by the framework. */
public interface Scope {
    /** Returns the scope as the macro spells it: {@code test}, {@code sr}, {@code presel.valid}. */
    String text();

    /** Tells whether it is limited to a part of a split, so that yields in it need the part's scale factor. */
    boolean isPart();
}
