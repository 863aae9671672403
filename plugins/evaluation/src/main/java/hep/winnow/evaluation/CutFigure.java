package hep.winnow.evaluation;

import hep.winnow.api.figure.Axis;
import hep.winnow.api.figure.Figure;
import hep.winnow.api.figure.Layer;
import hep.winnow.api.figure.Layer.LineStyle;
import hep.winnow.api.figure.Tint;
import hep.winnow.api.text.Rounding;
import hep.winnow.kernels.stat.Estimate;
import java.util.List;

/** The figure of merit against the cut: where it is chosen, and where it is quoted, with the error of the latter as a band. */
final class CutFigure {
    private static final int POINTS = 400;
    private static final double[] NO_ERRORS = {};

    private CutFigure() {}

    static Figure of(Optimise step, CutScan chosen, CutScan quoted, CutResult result) {
        String merit = step.fom().text();
        List<Layer> layers = List.of(
                line("on " + step.quote().text(), quoted, step, true, Tint.series(0)),
                line("on " + step.choose().text() + ", where it is chosen", chosen, step, false, Tint.series(1)),
                new Layer.Marker("cut " + Rounding.shortest(result.cut(), 3), result.cut(), Tint.REFERENCE));
        List<String> notes = List.of(
                merit + " = " + Estimates.withError(result.quoted()) + " on "
                        + step.quote().text(),
                "s = " + Estimates.withError(result.signal()) + ", b = " + Estimates.withError(result.background()));
        return new Figure("", Axis.of("cut on " + step.score().text(), ""), Axis.of(merit, ""), layers, notes);
    }

    /** Draws cuts of equal distance in rank; those that keep fewer background events than the floor are left out. */
    private static Layer line(String label, CutScan scan, Optimise step, boolean hasBand, Tint tint) {
        int first = 0;
        while (first < scan.size() - 1 && scan.raw(0, first) < step.minEvents()) {
            first++;
        }
        int n = Math.min(POINTS, scan.size() - first);
        double[] x = new double[n];
        double[] y = new double[n];
        double[] error = new double[n];
        for (int k = 0; k < n; k++) {
            int i = n == 1 ? first : first + (int) ((long) k * (scan.size() - 1 - first) / (n - 1));
            Estimate merit = scan.merit(step.fom(), i);
            x[k] = scan.cut(i);
            y[k] = merit.value();
            error[k] = Double.isNaN(merit.error()) ? 0 : merit.error();
        }
        return new Layer.Line(label, x, y, hasBand ? error : NO_ERRORS, LineStyle.SOLID, tint);
    }
}
