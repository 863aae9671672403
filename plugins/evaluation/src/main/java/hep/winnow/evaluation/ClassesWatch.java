package hep.winnow.evaluation;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.event.EventTable;
import hep.winnow.api.figure.Figure;
import hep.winnow.api.figure.Tint;
import hep.winnow.api.run.StepContext;
import hep.winnow.api.run.TrainedModel;
import hep.winnow.api.step.ModelRef;
import hep.winnow.kernels.stat.Estimate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A model of several classes: compared by accuracy. The response of a class is the output for it. */
record ClassesWatch(TrainedModel model, List<double[][]> train, List<double[][]> other, Evidence evidence, int bins)
        implements Watch {
    private static final double NEGLIGIBLE = 0.005;
    private static final double VAGUE = 0.02;
    /** More classes than this are drawn as one. */
    private static final int MOST_SERIES = 4;

    static ClassesWatch of(ModelRef ref, TrainedModel model, Parts parts, Monitor step, StepContext context) {
        EventTable trainTable = context.table(parts.train(), context.outputs(ref));
        EventTable otherTable = context.table(parts.other(), context.outputs(ref));
        Estimate train =
                accuracy(trainTable, model.classes().size(), parts.train().text());
        Estimate other =
                accuracy(otherTable, model.classes().size(), parts.other().text());
        List<double[][]> trainResponses = new ArrayList<>();
        List<double[][]> otherResponses = new ArrayList<>();
        List<Evidence.ClassKs> ks = new ArrayList<>();
        for (int c = 0; c < model.classes().size(); c++) {
            trainResponses.add(Scores.of(trainTable, trainTable.numbers(c), c).only(1));
            otherResponses.add(Scores.of(otherTable, otherTable.numbers(c), c).only(1));
            ks.add(KsTest.of(
                    model.classes().get(c),
                    trainResponses.get(c),
                    otherResponses.get(c),
                    step.permutations(),
                    context.random().stream("ks").stream(model.name()).stream(c),
                    context.workers()));
        }
        Evidence evidence = new Evidence(
                "accuracy",
                parts.name(),
                train,
                other,
                train.minus(other),
                Optional.empty(),
                NEGLIGIBLE,
                VAGUE,
                ks,
                LossCourse.of(model.history()));
        return new ClassesWatch(model, trainResponses, otherResponses, evidence, step.bins());
    }

    /** Returns values and weights of all classes, one class after the other. */
    private static double[][] joined(List<double[][]> classes) {
        return new double[][] {
            classes.stream().flatMapToDouble(c -> Arrays.stream(c[0])).toArray(),
            classes.stream().flatMapToDouble(c -> Arrays.stream(c[1])).toArray()
        };
    }

    private static Estimate accuracy(EventTable table, int classes, String scope) {
        double[][] outputs = new double[classes][];
        for (int k = 0; k < outputs.length; k++) {
            outputs[k] = table.numbers(k);
        }
        Estimate e = WeightedMeans.accuracy(outputs, table.classIndex(), table.weight());
        if (Double.isNaN(e.value())) {
            throw UserError.data(
                    "no accuracy can be told on '" + scope
                            + "': it has no events of a class, or their weights sum to 0",
                    "check the split and the weights");
        }
        return e;
    }

    @Override
    public String name() {
        return model.name();
    }

    @Override
    public Figure response(Verdict verdict) {
        ResponseFigure figure = new ResponseFigure(model.name(), evidence.other(), bins);
        if (train.size() > MOST_SERIES) {
            figure.add("all classes", joined(train), joined(other), Tint.series(0));
            return figure.build(
                    "output of " + model.name() + " for the true class", MonitorText.notes(evidence, verdict));
        }
        for (int c = 0; c < train.size(); c++) {
            figure.add(model.classes().get(c), train.get(c), other.get(c), Tint.series(c));
        }
        return figure.build("output of " + model.name() + " for the true class", MonitorText.notes(evidence, verdict));
    }
}
