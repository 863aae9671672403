package hep.winnow.toys.dijet;

/** Which events a sample holds. */
public enum Origin {
    /** Jets of quarks and gluons. */
    QCD,
    /** A resonance to two bosons, each seen as one jet. */
    RESONANCE,
    /** Both in turn, the continuum first. */
    MIXED;

    /** Tells whether that event of the sample is of the resonance. */
    boolean isResonance(long event) {
        return this == RESONANCE || this == MIXED && event % 2 == 1;
    }
}
