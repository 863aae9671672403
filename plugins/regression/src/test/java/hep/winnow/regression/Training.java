package hep.winnow.regression;

import hep.winnow.api.learn.Balance;
import hep.winnow.api.learn.EpochReport;
import hep.winnow.api.learn.Examples;
import hep.winnow.api.learn.NegativeWeights;
import hep.winnow.api.learn.Task;
import hep.winnow.api.learn.TrainingContext;
import hep.winnow.api.learn.TrainingOptions;
import hep.winnow.api.random.RandomStream;
import hep.winnow.api.run.Workers;
import hep.winnow.api.step.TrainStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;

/** What a training needs in tests. */
final class Training implements TrainingContext {
    final List<String> warnings = new ArrayList<>();
    private final List<String> inputs = new ArrayList<>();
    private final Workers workers;

    Training(int features) {
        this(features, Workers.sequential());
    }

    Training(int features, Workers workers) {
        this.workers = workers;
        for (int f = 0; f < features; f++) {
            inputs.add("x" + f);
        }
    }

    /** Workers that do the last part first, as threads might. */
    static Workers backwards() {
        return new Workers() {
            @Override
            public int threads() {
                return 8;
            }

            @Override
            public void forEach(int n, IntConsumer body) {
                for (int i = n - 1; i >= 0; i--) {
                    body.accept(i);
                }
            }
        };
    }

    static TrainingOptions options() {
        return new TrainingOptions(
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Balance.EQUAL_SUMW,
                NegativeWeights.KEEP);
    }

    static Logistic logistic(double l2) {
        return new Logistic("lr", options(), l2, 1e-10);
    }

    LinearModel fit(TrainStep step, Examples train) {
        return (LinearModel) step.train(train, train, this);
    }

    static Examples classes(int classes, double[][] rows, int[] label, double[] weight) {
        Task task = classes == 2 ? Task.BINARY : Task.MULTICLASS;
        return new Examples(task, classes, rows[0].length, flat(rows), weight, label, new double[0]);
    }

    static Examples regression(double[][] rows, double[] target, double[] weight) {
        return new Examples(Task.REGRESSION, 0, rows[0].length, flat(rows), weight, new int[0], target);
    }

    static double[] ones(int n) {
        double[] out = new double[n];
        java.util.Arrays.fill(out, 1);
        return out;
    }

    private static float[] flat(double[][] rows) {
        float[] out = new float[rows.length * rows[0].length];
        for (int i = 0; i < out.length; i++) {
            out[i] = (float) rows[i / rows[0].length][i % rows[0].length];
        }
        return out;
    }

    @Override
    public String name() {
        return "model";
    }

    @Override
    public List<String> inputs() {
        return inputs;
    }

    @Override
    public RandomStream random() {
        return new RandomStream(1);
    }

    @Override
    public Workers workers() {
        return workers;
    }

    @Override
    public void epoch(EpochReport report, int epochs) {}

    @Override
    public void bestEpoch(int epoch) {}

    @Override
    public void warn(String message) {
        warnings.add(message);
    }

    @Override
    public void checkInterrupted() {}
}
