package hep.winnow.core.run;

/** Which weight of an event is meant. */
enum Weighting {
    /** That of the files, without the sample's factor: what a cross-section is divided by the sum of. */
    FILE,
    /** With the sample's factor, not yet scaled to cross-section and luminosity. */
    UNSCALED,
    /** With all of it. */
    PHYSICAL
}
