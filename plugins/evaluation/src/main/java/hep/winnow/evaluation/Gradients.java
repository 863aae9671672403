package hep.winnow.evaluation;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.figure.Axis;
import hep.winnow.api.figure.Figure;
import hep.winnow.api.figure.Layer;
import hep.winnow.api.figure.Sheet;
import hep.winnow.api.figure.Tint;
import hep.winnow.api.learn.EpochReport;
import hep.winnow.api.run.Facts;
import hep.winnow.api.run.StepContext;
import hep.winnow.api.run.TrainedModel;
import hep.winnow.api.step.Interval;
import hep.winnow.api.step.ModelRef;
import hep.winnow.api.step.Operand;
import hep.winnow.api.step.Option;
import hep.winnow.api.step.OutputFile;
import hep.winnow.api.step.TableStep;
import hep.winnow.api.step.Verb;
import hep.winnow.api.text.Rounding;
import hep.winnow.api.text.TextTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Shows how strongly the loss pulled at each layer of networks while they were trained: where the gradient vanishes on its way back, the first layers hardly learn. */
@Verb(
        value = "gradients",
        doc =
                "Draws, for each layer of networks, the size of the gradient by epoch: the root mean square of the loss' slopes by the weights of the layer, penalties"
                        + " included, over a few batches of the epoch. Layer 1 is next to the inputs; where its gradient is much smaller than the last one's, it has vanished on its way back.",
        examples = {"gradients nn", "gradients [sigmoid, relu] save=\"gradients.png\""})
public record Gradients(
        @Operand(doc = "the networks, trained by this macro")
        List<ModelRef> models,

        @Option(doc = "figure to write") Optional<OutputFile> save)
        implements TableStep {
    private static final int MOST_COLUMNS = 3;
    private static final double[] NO_ERRORS = {};

    public Gradients {
        models = List.copyOf(models);
        if (models.isEmpty()) {
            throw new IllegalArgumentException("gradients needs the name of a model, found none");
        }
    }

    @Override
    public void run(StepContext context) {
        List<double[][]> sizes = new ArrayList<>();
        for (ModelRef ref : models) {
            TrainedModel model = context.model(ref);
            double[][] byLayer = of(model);
            sizes.add(byLayer);
            context.print(text(model, byLayer));
            double[] first = column(byLayer, 0);
            context.result(
                    model.name(),
                    new Facts()
                            .put("first_epoch", first)
                            .put("last_epoch", column(byLayer, byLayer[0].length - 1))
                            .put("gradient_ratio", first[0] / first[first.length - 1]));
        }
        Axis y = new Axis("gradient, root mean square", "", range(sizes), true);
        List<Figure> panels = new ArrayList<>();
        for (int m = 0; m < sizes.size(); m++) {
            boolean hasLegend = m == clearest(sizes);
            panels.add(figure(context.model(models.get(m)), sizes.get(m), y, hasLegend));
        }
        Sheet sheet = new Sheet("", panels, Math.min(MOST_COLUMNS, panels.size()));
        if (save.isPresent()) {
            context.figure(save.get(), sheet);
        } else {
            context.figure(sheet);
        }
    }

    /** Returns the gradients of a model by layer, from the inputs on, and epoch. */
    static double[][] of(TrainedModel model) {
        List<EpochReport> epochs = model.history().epochs();
        int layers = epochs.isEmpty() ? 0 : epochs.get(0).gradients().size();
        if (layers == 0) {
            throw UserError.macro(
                    "no gradients are known of '" + model.name() + "'",
                    "name a network that this macro trains: mlp, cnn or autoencoder");
        }
        double[][] byLayer = new double[layers][epochs.size()];
        for (int e = 0; e < epochs.size(); e++) {
            for (int l = 0; l < layers; l++) {
                byLayer[l][e] = epochs.get(e).gradients().get(l);
            }
        }
        return byLayer;
    }

    private static double[] column(double[][] byLayer, int epoch) {
        return IntStream.range(0, byLayer.length)
                .mapToDouble(l -> byLayer[l][epoch])
                .toArray();
    }

    private static String text(TrainedModel model, double[][] byLayer) {
        int last = byLayer[0].length - 1;
        List<EpochReport> epochs = model.history().epochs();
        int first = epochs.get(0).epoch();
        TextTable table = new TextTable(
                "layer", "epoch " + first, "epoch " + epochs.get(last).epoch());
        for (int l = 0; l < byLayer.length; l++) {
            table.row("" + (l + 1), Rounding.shortest(byLayer[l][0], 3), Rounding.shortest(byLayer[l][last], 3));
        }
        double ratio = byLayer[0][0] / byLayer[byLayer.length - 1][0];
        return "gradients of " + model.name() + ": in epoch " + first + " that of the first layer is "
                + Rounding.shortest(ratio, 2) + " times the last one's\n" + table;
    }

    /** All panels show the same range, so that they can be compared by eye; empty where no gradient is above 0. */
    private static Optional<Interval> range(List<double[][]> sizes) {
        double[] all = sizes.stream()
                .flatMap(Arrays::stream)
                .flatMapToDouble(Arrays::stream)
                .filter(g -> g > 0 && Double.isFinite(g))
                .sorted()
                .toArray();
        return all.length == 0 ? Optional.empty() : Optional.of(new Interval(all[0] / 2, all[all.length - 1] * 2));
    }

    /** Returns in which panel a legend hides least, the colours being the same in all: that with the most layers, and of those the one whose lines leave most room. */
    private static int clearest(List<double[][]> sizes) {
        int best = 0;
        for (int m = 1; m < sizes.size(); m++) {
            int more = sizes.get(m).length - sizes.get(best).length;
            best = more > 0 || more == 0 && spread(sizes.get(m)) < spread(sizes.get(best)) ? m : best;
        }
        return best;
    }

    private static double spread(double[][] byLayer) {
        DoubleSummaryStatistics all =
                Arrays.stream(byLayer).flatMapToDouble(Arrays::stream).summaryStatistics();
        return all.getMax() / all.getMin();
    }

    private static Figure figure(TrainedModel model, double[][] byLayer, Axis y, boolean hasLegend) {
        double[] epochs = model.history().epochs().stream()
                .mapToDouble(EpochReport::epoch)
                .toArray();
        List<Layer> lines = new ArrayList<>();
        for (int l = 0; l < byLayer.length; l++) {
            lines.add(new Layer.Line(
                    hasLegend ? "layer " + (l + 1) : "",
                    epochs,
                    byLayer[l],
                    NO_ERRORS,
                    Layer.LineStyle.SOLID,
                    Tint.series(l)));
        }
        return new Figure(model.name(), Axis.of("epoch", ""), y, lines, List.of());
    }
}
