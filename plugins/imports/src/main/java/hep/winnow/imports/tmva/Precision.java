package hep.winnow.imports.tmva;

/** How TMVA rounds: in two ways, which differ in some digits. */
enum Precision {
    /** TMVA's Reader: events are floats, weights of networks and trees too. */
    READER,
    /**
     * The C++ class that a training writes beside the weight file, {@code *.class.C}: doubles, but most numbers of trees are printed with six digits; an event at a cut does not pass it.
     */
    CLASS;

    /** Returns a number as it is kept in an event. */
    double of(double x) {
        return this == READER ? (float) x : x;
    }

    /** Returns a number of a tree. */
    double inTree(double x) {
        return this == READER ? (float) x : sixDigits(x);
    }

    private static double sixDigits(double x) {
        return Double.parseDouble(new java.math.BigDecimal(x)
                .round(new java.math.MathContext(6, java.math.RoundingMode.HALF_EVEN))
                .toString());
    }
}
