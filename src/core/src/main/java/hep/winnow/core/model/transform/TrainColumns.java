package hep.winnow.core.model.transform;

/** Columns of the train part, all finite, with training weights, as a fit to them needs them. Sums go over the events in order, wherever they lie. Safe for several threads. */
public interface TrainColumns {
    /** Returns how many columns there are. */
    int columns();

    /** Returns how many events there are, at least 1. */
    long size();

    /** Returns how many weights are negative. */
    long negative();

    /** Returns the sum of the weights, or of their absolute values. */
    double sum(boolean isAbsolute);

    /** Returns the weighted mean of a column. */
    double mean(int column, boolean isAbsolute);

    /** Returns the weighted mean square of a column's distance from {@code mean}. */
    double variance(int column, double mean, boolean isAbsolute);

    /** Returns the least and the greatest value of a column. */
    double[] range(int column);

    /** Returns Σ w (x − mean)(y − mean) over two columns; see {@link ProductSum}. */
    double product(int first, double firstMean, int second, double secondMean, boolean isAbsolute);

    /** Returns the values of a column that have a weight, rising, each with the sum of absolute weights at it. May be gone through more than once, and must be closed. */
    Masses masses(int column);

    /** Distinct values with their weights. */
    interface Masses extends AutoCloseable {
        /** Hands them to {@code visitor}, rising. */
        void forEach(Visitor visitor);

        @Override
        void close();
    }

    /** What is done with a value. */
    @FunctionalInterface
    interface Visitor {
        /** Takes a value, and the sum of the absolute weights of the events at it. */
        void visit(double value, double mass);
    }
}
