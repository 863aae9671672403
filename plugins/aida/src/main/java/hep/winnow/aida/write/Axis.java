package hep.winnow.aida.write;

import java.util.List;

/**
 * The bins of one axis of a histogram.
 *
 * @param edges n + 1 rising numbers
 * @param isUniform whether all bins have the same width, so that the ends and the number tell all edges
 */
record Axis(double[] edges, boolean isUniform) {
    private static final List<String> DIRECTIONS = List.of("x", "y", "z");

    int bins() {
        return edges.length - 1;
    }

    double center(int bin) {
        return edges[bin - 1] / 2 + edges[bin] / 2;
    }

    /** Returns what axis {@code number} is called: x, y, z. */
    static String direction(int number) {
        return DIRECTIONS.get(number);
    }

    /** Returns how the file names a bin: from 0 on, or that it is out of range. */
    String number(int bin) {
        return bin == 0 ? "UNDERFLOW" : bin == bins() + 1 ? "OVERFLOW" : Integer.toString(bin - 1);
    }
}
