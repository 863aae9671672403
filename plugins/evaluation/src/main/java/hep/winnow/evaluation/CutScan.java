package hep.winnow.evaluation;

import hep.winnow.api.run.PartScale;
import hep.winnow.kernels.stat.Estimate;
import hep.winnow.kernels.stat.ScoreOrder;
import java.util.List;

/**
 * Yields above every cut on a score, scaled to the whole sample, and the figure of merit of each. A cut c keeps the events with score &gt; c; cuts are the distinct scores, and
 * one below all of them, which keeps everything. O(n log n).
 */
final class CutScan {
    /** The cuts, falling: point i keeps all scores above cut[i]. */
    private final double[] cut;

    /** Per label (1 signal, 0 background) and cut: Σw, Σw² and raw counts of what is kept. */
    private final double[][] sumW;

    private final double[][] sumW2;
    private final int[][] raw;
    private final List<PartScale> scales;

    CutScan(Scores scores, List<PartScale> scales) {
        double[] score = scores.score();
        int[] order = ScoreOrder.rising(score);
        int n = order.length;
        int distinct = n == 0 ? 0 : 1;
        for (int i = 1; i < n; i++) {
            distinct += score[order[i]] != score[order[i - 1]] ? 1 : 0;
        }
        this.scales = scales;
        cut = new double[distinct + 1];
        sumW = new double[2][distinct + 1];
        sumW2 = new double[2][distinct + 1];
        raw = new int[2][distinct + 1];
        int p = 0;
        for (int i = n - 1; i >= 0; i--) {
            int event = order[i];
            if (i == n - 1 || score[event] != score[order[i + 1]]) {
                cut[p++] = score[event];
                for (int c = 0; c < 2; c++) {
                    sumW[c][p] = sumW[c][p - 1];
                    sumW2[c][p] = sumW2[c][p - 1];
                    raw[c][p] = raw[c][p - 1];
                }
            }
            int c = scores.label()[event];
            double w = scores.weight()[event];
            sumW[c][p] += w;
            sumW2[c][p] += w * w;
            raw[c][p]++;
        }
        cut[p] = n == 0 ? Double.NEGATIVE_INFINITY : Math.nextDown(score[order[0]]);
    }

    int size() {
        return cut.length;
    }

    double cut(int i) {
        return cut[i];
    }

    /** Returns the raw number of events that cut {@code i} keeps. */
    int raw(int label, int i) {
        return raw[label][i];
    }

    /** Returns the yield above cut {@code i}, scaled; its error holds that of the scale. */
    Estimate sumAbove(int label, int i) {
        PartScale scale = scales.get(label);
        double sum = sumW[label][i];
        double statistical = scale.factor() * scale.factor() * sumW2[label][i];
        double ofScale = sum * scale.error();
        return new Estimate(scale.factor() * sum, Math.sqrt(statistical + ofScale * ofScale));
    }

    /** Returns the figure of merit at cut {@code i}; its error comes from shifting each yield by its error to both sides. */
    Estimate merit(FigureOfMerit fom, int i) {
        Estimate s = sumAbove(1, i);
        Estimate b = sumAbove(0, i);
        double total = sumAbove(1, cut.length - 1).value();
        double bySignal =
                fom.value(s.value() + s.error(), b.value(), total) - fom.value(s.value() - s.error(), b.value(), total);
        double low = b.value() - b.error();
        double byBackground = low > 0
                ? (fom.value(s.value(), b.value() + b.error(), total) - fom.value(s.value(), low, total)) / 2
                : fom.value(s.value(), b.value() + b.error(), total) - fom.value(s.value(), b.value(), total);
        double error = Math.sqrt(bySignal * bySignal / 4 + byBackground * byBackground);
        return new Estimate(fom.value(s.value(), b.value(), total), error);
    }

    /** Returns the point of the greatest figure of merit among those that keep at least {@code minEvents} raw background events, the loosest of equals; -1 if there is none. */
    int best(FigureOfMerit fom, int minEvents) {
        double total = sumAbove(1, cut.length - 1).value();
        int best = -1;
        double greatest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < cut.length; i++) {
            if (raw[0][i] >= minEvents) {
                double value = fom.value(sumAbove(1, i).value(), sumAbove(0, i).value(), total);
                if (value >= greatest) {
                    greatest = value;
                    best = i;
                }
            }
        }
        return best;
    }

    /** Returns the point that keeps exactly the scores above {@code threshold}. */
    int at(double threshold) {
        int low = 0;
        int high = cut.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            // Point i keeps scores > cut[i]: the first point whose cut is not above the threshold keeps all of them.
            if (cut[middle] <= threshold) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
