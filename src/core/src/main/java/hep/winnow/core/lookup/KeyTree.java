package hep.winnow.core.lookup;

/**
 * Finds the row of some keys: one level per key, each level's bins in flat arrays, each bin of a level a node of the next. So bins of a key may depend on the keys before it. A search is a
 * binary one per level. Immutable.
 *
 * @param begin for each level, where the bins of each of its nodes begin; one more than there are nodes
 * @param low low edge of each bin; its value where values must be equal
 * @param high high edge of each bin
 * @param centre where a bin's values hold when one interpolates
 * @param isExact for each level, whether values must be equal
 */
record KeyTree(int[][] begin, double[][] low, double[][] high, double[][] centre, boolean[] isExact) {
    static final int OUTSIDE = -1;

    /** Returns the row of event {@code i}, or {@link #OUTSIDE}; no key may be NaN. */
    int row(double[][] keys, int i, boolean clamps) {
        int node = 0;
        for (int level = 0; level < low.length; level++) {
            node = bin(level, node, keys[level][i], clamps);
            if (node == OUTSIDE) {
                return OUTSIDE;
            }
        }
        return node;
    }

    private int bin(int level, int node, double x, boolean clamps) {
        double[] lows = low[level];
        int from = begin[level][node];
        int to = begin[level][node + 1];
        int p = last(lows, from, to, x);
        if (isExact[level]) {
            return p >= from && lows[p] == x ? p : OUTSIDE;
        }
        if (p >= from && x < high[level][p]) {
            return p;
        }
        return clamps ? nearest(level, from, to, p, x) : OUTSIDE;
    }

    /** Returns the bin whose edge is next to an {@code x} in no bin; {@code p} is the last one that begins before it. */
    private int nearest(int level, int from, int to, int p, double x) {
        if (p < from) {
            return from;
        }
        boolean isNearer = p + 1 < to && low[level][p + 1] - x < x - high[level][p];
        return isNearer ? p + 1 : p;
    }

    /** Returns the last place in a rising range whose value is not above {@code x}; {@code from - 1} if there is none. */
    private static int last(double[] values, int from, int to, double x) {
        int a = from;
        int b = to;
        while (a < b) {
            int mid = (a + b) >>> 1;
            if (values[mid] <= x) {
                a = mid + 1;
            } else {
                b = mid;
            }
        }
        return a - 1;
    }

    /**
     * Returns what lies between the rows around the keys of event {@code i}: linear in each key, and constant between the centre and the edge of an outermost bin. There must be a row.
     */
    double between(double[] values, double[][] keys, int i) {
        return between(values, keys, i, 0, 0);
    }

    private double between(double[] values, double[][] keys, int i, int level, int node) {
        double x = keys[level][i];
        if (isExact[level]) {
            return below(values, keys, i, level, bin(level, node, x, true));
        }
        int from = begin[level][node];
        int to = begin[level][node + 1];
        int p = last(centre[level], from, to, x);
        if (p < from || p + 1 == to) {
            return below(values, keys, i, level, Math.max(p, from));
        }
        double c = centre[level][p];
        double t = (x - c) / (centre[level][p + 1] - c);
        double a = below(values, keys, i, level, p);
        return t == 0 ? a : a + t * (below(values, keys, i, level, p + 1) - a);
    }

    private double below(double[] values, double[][] keys, int i, int level, int bin) {
        return level + 1 == low.length ? values[bin] : between(values, keys, i, level + 1, bin);
    }
}
