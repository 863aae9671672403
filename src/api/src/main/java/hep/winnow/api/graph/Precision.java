package hep.winnow.api.graph;

/** In which numbers an operation is carried out: its arguments are converted first. */
public enum Precision {
    /** 32 bits. */
    FLOAT,
    /** 64 bits. */
    DOUBLE;

    /** Returns {@code x} as it is in these numbers. */
    public double round(double x) {
        return this == FLOAT ? (float) x : x;
    }
}
