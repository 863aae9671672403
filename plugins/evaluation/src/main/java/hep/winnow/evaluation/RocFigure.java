package hep.winnow.evaluation;

import hep.winnow.api.figure.Axis;
import hep.winnow.api.figure.Figure;
import hep.winnow.api.figure.Layer;
import hep.winnow.api.figure.Layer.LineStyle;
import hep.winnow.api.figure.Sheet;
import hep.winnow.api.figure.Tint;
import hep.winnow.kernels.stat.RocCurve;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The figure of {@code roc}. */
final class RocFigure {
    /** Points closer than this in both directions are drawn as one: it is less than a pixel. */
    private static final double RESOLUTION = 0.001;

    private static final double[] NO_ERRORS = {};

    private RocFigure() {}

    static Sheet of(Roc step, List<RocEntry> entries) {
        boolean isRejection = step.axes() == RocAxes.REJECTION;
        List<Layer> layers = new ArrayList<>();
        double[] unit = {0, 1};
        layers.add(new Layer.Line(
                "chance", unit, isRejection ? new double[] {1, 0} : unit, NO_ERRORS, LineStyle.DASHED, Tint.REFERENCE));
        for (int i = 0; i < entries.size(); i++) {
            layers.add(line(entries.get(i), isRejection, Tint.series(i)));
        }
        Axis signal = Axis.of("signal efficiency", "", 0, 1);
        Figure figure = isRejection
                ? new Figure("", signal, Axis.of("background rejection", "", 0, 1), layers, notes(step))
                : new Figure("", Axis.of("background efficiency", "", 0, 1), signal, layers, notes(step));
        return Sheet.of(figure);
    }

    private static List<String> notes(Roc step) {
        return List.of("on " + step.on().text());
    }

    private static Layer line(RocEntry entry, boolean isRejection, Tint tint) {
        RocCurve curve = entry.curve();
        int n = curve.size();
        double[] signal = new double[n];
        double[] background = new double[n];
        int k = 0;
        for (int i = 0; i < n; i++) {
            double s = curve.signalEfficiency(i);
            double b = curve.backgroundEfficiency(i);
            boolean isNear =
                    k > 0 && Math.abs(s - signal[k - 1]) < RESOLUTION && Math.abs(b - background[k - 1]) < RESOLUTION;
            if (!isNear || i == n - 1) {
                signal[k] = s;
                background[k++] = b;
            }
        }
        double[] x = Arrays.copyOf(isRejection ? signal : background, k);
        double[] y = Arrays.copyOf(isRejection ? background : signal, k);
        for (int i = 0; isRejection && i < k; i++) {
            y[i] = 1 - y[i];
        }
        String turned = entry.isTurned() ? " (turned)" : "";
        String label = entry.name() + turned + "  AUC " + Estimates.withError(entry.area());
        return new Layer.Line(label, x, y, NO_ERRORS, LineStyle.SOLID, tint);
    }
}
