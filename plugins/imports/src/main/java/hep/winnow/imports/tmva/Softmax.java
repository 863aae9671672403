package hep.winnow.imports.tmva;

/** TMVA's softmax of several classes: 1/(1 + Σ e^(b − a)), rounded to a float. */
final class Softmax {
    private Softmax() {}

    /** Turns sums into parts of 1, in place. */
    static void apply(double[] sums) {
        double[] before = sums.clone();
        for (int k = 0; k < sums.length; k++) {
            double norm = 0;
            for (int j = 0; j < sums.length; j++) {
                norm += j == k ? 0 : StrictMath.exp(before[j] - before[k]);
            }
            sums[k] = (float) (1.0 / (1.0 + norm));
        }
    }
}
