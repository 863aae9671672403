package hep.winnow.aida.write;

import java.util.Arrays;
import java.util.List;

/**
 * What the bins of a histogram or profile hold, under- and overflow of each axis included: cell {@code i + (nx + 2) j} is bin i of the first axis and bin j of the second.
 *
 * @param height of a histogram Σw, of a profile the mean
 * @param error of the height
 * @param entries raw numbers of events
 * @param rms of a profile, the spread in each bin; empty for a histogram
 * @param axes one or two
 */
record Cells(List<Axis> axes, double[] height, double[] error, long[] entries, double[] rms) {
    Cells {
        axes = List.copyOf(axes);
        int cells = axes.stream().mapToInt(a -> a.bins() + 2).reduce(1, (a, b) -> a * b);
        if (axes.isEmpty()
                || axes.size() > 2
                || height.length != cells
                || error.length != cells
                || entries.length != cells
                || rms.length != 0 && rms.length != cells) {
            throw new IllegalArgumentException(axes.size() + " axes of " + cells + " cells were given " + height.length
                    + " heights, " + error.length + " errors, " + entries.length + " entries and " + rms.length
                    + " spreads");
        }
    }

    /**
     * Returns a histogram of weighted events.
     *
     * @param sumW Σw by cell
     * @param sumW2 Σw² by cell
     */
    static Cells histogram(List<Axis> axes, double[] sumW, double[] sumW2, long[] entries) {
        return new Cells(axes, sumW, Arrays.stream(sumW2).map(Math::sqrt).toArray(), entries, new double[0]);
    }

    boolean isProfile() {
        return rms.length > 0;
    }

    /** Returns the bin of an axis that a cell lies in. */
    int bin(int cell, int axis) {
        int width = axes.get(0).bins() + 2;
        return axis == 0 ? cell % width : cell / width;
    }

    /** Tells whether a cell is in range on all axes. */
    boolean isInside(int cell) {
        for (int a = 0; a < axes.size(); a++) {
            if (bin(cell, a) == 0 || bin(cell, a) == axes.get(a).bins() + 1) {
                return false;
            }
        }
        return true;
    }

    /** Returns mean and spread along an axis, from the middles of the bins in range: of a histogram by heights, of a profile by entries. NaN if these sum to 0 or less. */
    double[] moments(int axis) {
        double sum = 0;
        double first = 0;
        double second = 0;
        for (int cell = 0; cell < height.length; cell++) {
            if (isInside(cell)) {
                double weight = isProfile() ? entries[cell] : height[cell];
                double x = axes.get(axis).center(bin(cell, axis));
                sum += weight;
                first += weight * x;
                second += weight * x * x;
            }
        }
        if (!(sum > 0)) {
            return new double[] {Double.NaN, Double.NaN};
        }
        double mean = first / sum;
        return new double[] {mean, Math.sqrt(Math.max(0, second / sum - mean * mean))};
    }
}
