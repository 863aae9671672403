package hep.winnow.imports.tmva;

import hep.winnow.imports.xml.XmlElement;
import java.util.Arrays;

/**
 * A distribution function as TMVA::PDF keeps it: a histogram, of which the middles of the bins are joined by straight lines; these are filled into a histogram of 10,000 bins of floats, and between the middles
 * of its bins a value is interpolated.
 */
final class Distribution {
    private static final int BINS = 10_000;
    private static final double LEAST = 1.0e-12;
    private static final int LINES = 1;
    private static final int MOST_BINS = 10_000_000;

    private final double low;
    private final double high;
    private final float[] contents;

    private Distribution(double low, double high, float[] contents) {
        this.low = low;
        this.high = high;
        this.contents = contents;
    }

    /** Reads {@code <PDF>}. */
    static Distribution of(XmlElement pdf) {
        boolean isSmoothed = pdf.integer("MinNSmooth", -1, 1000) > 0 || pdf.integer("MaxNSmooth", -1, 1000) > 0;
        if (isSmoothed || pdf.integer("InterpolMethod", 0, 100) != LINES) {
            throw pdf.error("it is smoothed, or not joined by lines", "TMVA's own G and U transforms are not so");
        }
        XmlElement histogram = pdf.child("Histogram");
        int n = histogram.integer("NBins", 2, MOST_BINS);
        float[] heights = histogram.singles(n);
        double[] edges = edges(pdf, histogram, n);
        double[] middles = new double[n];
        for (int i = 0; i < n; i++) {
            middles[i] = edges[i] + 0.5 * (edges[i + 1] - edges[i]);
        }
        return fine(edges, middles, heights);
    }

    private static double[] edges(XmlElement pdf, XmlElement histogram, int n) {
        double[] edges = new double[n + 1];
        if (histogram.integer("HasEquidistantBins", 0, 1) == 1) {
            double low = histogram.real("XMin");
            double high = histogram.real("XMax");
            double width = (high - low) / n;
            for (int i = 0; i <= n; i++) {
                edges[i] = i == n ? high : low + i * width;
            }
        } else {
            XmlElement binning = pdf.child("HistogramBinning");
            binning.integer("NBins", n, n);
            edges = binning.reals(n + 1L);
        }
        for (int i = 0; i < n; i++) {
            if (!(edges[i] < edges[i + 1])) {
                throw histogram.error("the edges of its bins do not rise", "the file is damaged");
            }
        }
        return edges;
    }

    private static Distribution fine(double[] edges, double[] middles, float[] heights) {
        double low = edges[0];
        double high = edges[edges.length - 1];
        float[] contents = new float[BINS];
        for (int bin = 0; bin < BINS; bin++) {
            double x = middle(low, high, bin);
            double y = line(middles, heights, x);
            if (y <= LEAST) {
                y = heights[Math.min(heights.length - 1, atOrBelow(edges, x))];
            }
            contents[bin] = (float) Math.max(y, LEAST);
        }
        return new Distribution(low, high, contents);
    }

    /** Returns the last index whose value is not above x; 0 if all are. */
    private static int atOrBelow(double[] values, double x) {
        int found = Arrays.binarySearch(values, x);
        return Math.max(0, found >= 0 ? found : -found - 2);
    }

    private static double line(double[] x, float[] y, double at) {
        int i = atOrBelow(x, at);
        int next = at > x[i] && i != x.length - 1 || i == 0 ? i + 1 : i - 1;
        double dx = x[i] - x[next];
        double dy = (double) y[i] - y[next];
        return y[i] + (at - x[i]) * dy / dx;
    }

    private static double middle(double low, double high, int bin) {
        double width = (high - low) / BINS;
        return low + bin * width + 0.5 * width;
    }

    /** Returns the part of the distribution below x, at least {@value #LEAST}. */
    double value(double x) {
        int bin = x < low ? 0 : x < high ? (int) (BINS * (x - low) / (high - low)) : BINS - 1;
        bin = Math.min(bin, BINS - 1);
        double middle = middle(low, high, bin);
        int next = x > middle && bin != BINS - 1 || bin == 0 ? bin + 1 : bin - 1;
        double dx = middle - middle(low, high, next);
        double dy = (double) contents[bin] - contents[next];
        return Math.max(contents[bin] + (x - middle) * dy / dx, LEAST);
    }
}
