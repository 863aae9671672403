package hep.winnow.imports.tmva;

/** A matrix times (x − mean), summed in doubles in the order of the columns: the transforms D and P. The Reader rounds results to floats. */
final class Rotate implements EventTransform {
    private final Selection selection;
    private final double[] mean;
    private final double[] rows;
    private final Precision precision;

    /**
     * Makes a transform.
     *
     * @param rows of the matrix, one behind the other
     */
    Rotate(Selection selection, double[] mean, double[] rows, Precision precision) {
        this.selection = selection;
        this.mean = mean;
        this.rows = rows;
        this.precision = precision;
    }

    @Override
    public void apply(double[] event) {
        int n = selection.size();
        double[] taken = new double[n];
        selection.get(event, taken);
        double[] results = new double[n];
        for (int i = 0; i < n; i++) {
            double sum = 0;
            for (int j = 0; j < n; j++) {
                sum += (taken[j] - mean[j]) * rows[i * n + j];
            }
            results[i] = precision.of(sum);
        }
        selection.set(results, event);
    }
}
