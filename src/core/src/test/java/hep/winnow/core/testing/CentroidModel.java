package hep.winnow.core.testing;

import hep.winnow.api.learn.Model;
import hep.winnow.api.learn.ModelReader;
import hep.winnow.api.learn.ModelState;
import hep.winnow.api.learn.Task;
import hep.winnow.api.learn.Tensor;
import java.util.List;
import java.util.Map;

/** The means of classes: {@code means} is groups x inputs; of a regression one number. */
final class CentroidModel implements Model {
    private final Task task;
    private final int inputs;
    private final int groups;
    private final double[] means;

    CentroidModel(Task task, int inputs, int groups, double[] means) {
        this.task = task;
        this.inputs = inputs;
        this.groups = groups;
        this.means = means;
    }

    @Override
    public int inputs() {
        return inputs;
    }

    @Override
    public int outputs() {
        return task == Task.MULTICLASS ? groups : 1;
    }

    @Override
    public void score(float[] x, int rows, double[] out) {
        for (int i = 0; i < rows; i++) {
            if (task == Task.REGRESSION) {
                out[i] = means[0];
            } else if (task == Task.BINARY) {
                out[i] = distance(x, i, 0) - distance(x, i, 1);
            } else {
                for (int g = 0; g < groups; g++) {
                    out[i * groups + g] = -distance(x, i, g);
                }
            }
        }
    }

    private double distance(float[] x, int row, int group) {
        double sum = 0;
        for (int f = 0; f < inputs; f++) {
            double d = x[row * inputs + f] - means[group * inputs + f];
            sum += d * d;
        }
        return sum;
    }

    @Override
    public int parameters() {
        return means.length;
    }

    @Override
    public double threshold() {
        return 0;
    }

    @Override
    public ModelState state() {
        return new ModelState(
                "centroid",
                Map.of("task", task.name(), "inputs", (long) inputs, "groups", (long) groups),
                List.of(Tensor.doubles("means", List.of(means.length), means)));
    }

    /** Reads it. */
    static final class Reader implements ModelReader {
        @Override
        public String learner() {
            return "centroid";
        }

        @Override
        public Model read(ModelState state) {
            return new CentroidModel(
                    Task.valueOf(state.text("task")),
                    (int) state.number("inputs"),
                    (int) state.number("groups"),
                    state.tensor("means").values());
        }
    }
}
