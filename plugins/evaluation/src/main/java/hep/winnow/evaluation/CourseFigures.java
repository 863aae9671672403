package hep.winnow.evaluation;

import hep.winnow.api.figure.Axis;
import hep.winnow.api.figure.Figure;
import hep.winnow.api.figure.Layer;
import hep.winnow.api.figure.Layer.LineStyle;
import hep.winnow.api.figure.Tint;
import hep.winnow.api.learn.EpochReport;
import hep.winnow.api.run.TrainedModel;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** How a training went: loss, AUC and accuracy against epochs, for train and valid. */
final class CourseFigures {
    private static final double[] NO_ERRORS = {};

    private CourseFigures() {}

    /** Returns a figure of the losses and, if there are areas or accuracies, one of them; none for a learner without epochs. */
    static List<Figure> of(TrainedModel model) {
        List<Figure> out = new ArrayList<>();
        add(out, model, "loss", EpochReport::trainLoss, EpochReport::validLoss);
        add(out, model, "AUC", EpochReport::trainAuc, EpochReport::validAuc);
        add(out, model, "accuracy", EpochReport::trainAccuracy, EpochReport::validAccuracy);
        return out;
    }

    private static void add(
            List<Figure> out,
            TrainedModel model,
            String what,
            ToDoubleFunction<EpochReport> train,
            ToDoubleFunction<EpochReport> valid) {
        List<EpochReport> epochs = model.history().epochs();
        List<Layer> layers = new ArrayList<>();
        addLine(layers, epochs, "train", train, Tint.series(0));
        addLine(layers, epochs, "valid", valid, Tint.series(1));
        if (layers.isEmpty()) {
            return;
        }
        int best = model.history().bestEpoch();
        if (best > 0) {
            layers.add(new Layer.Marker("epoch of the model: " + best, best, Tint.REFERENCE));
        }
        out.add(new Figure(model.name(), Axis.of("epoch", ""), Axis.of(what, ""), layers, List.of()));
    }

    private static void addLine(
            List<Layer> layers,
            List<EpochReport> epochs,
            String label,
            ToDoubleFunction<EpochReport> value,
            Tint tint) {
        double[] y = epochs.stream().mapToDouble(value).toArray();
        double[] x = epochs.stream().mapToDouble(EpochReport::epoch).toArray();
        for (double v : y) {
            if (!Double.isNaN(v)) {
                layers.add(new Layer.Line(label, x, y, NO_ERRORS, LineStyle.SOLID, tint));
                return;
            }
        }
    }
}
