package hep.winnow.core.model;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.event.Column;
import hep.winnow.api.learn.Model;
import hep.winnow.api.learn.Scale;
import hep.winnow.api.learn.Transform;
import hep.winnow.api.run.Workers;
import hep.winnow.core.model.transform.FittedTransform;
import hep.winnow.core.model.transform.TransformFitter;
import hep.winnow.core.spill.Memory;
import hep.winnow.kernels.stat.ScoreOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Finds fills, transforms and scales on the train part, and on nothing else.
 *
 * <p>Statistics of fills and scales are weighted by the absolute value of the weight: with signed weights a median is not defined and a variance may be negative, while what is wanted here is only where the inputs
 * lie and how wide they spread. For transforms see {@link TransformFitter}.
 */
public final class PipelineFitter {
    private final List<String> inputs;
    private final List<FillRule> fills;
    private final List<Transform> transforms;
    private final Scale scale;

    /** Makes a fitter for inputs, each with its rule for missing values, without transforms. */
    public PipelineFitter(List<String> inputs, List<FillRule> fills, Scale scale) {
        this(inputs, fills, List.of(), scale);
    }

    /** Makes a fitter for inputs, each with its rule for missing values. */
    public PipelineFitter(List<String> inputs, List<FillRule> fills, List<Transform> transforms, Scale scale) {
        this.inputs = List.copyOf(inputs);
        this.fills = List.copyOf(fills);
        this.transforms = List.copyOf(transforms);
        this.scale = scale;
    }

    /** Returns what an earlier model's inputs go through, instead of finding it anew; the model must have the same inputs, transformed by the same means. */
    public Fitted like(Pipeline earlier) {
        List<String> notes =
                earlier.transforms().stream().map(FittedTransform::word).toList();
        return new Fitted(earlier.preparation(), notes);
    }

    /**
     * As {@link #fit(List, double[], int, Workers)}, of events that do not lie in memory, with the same result.
     *
     * @param blocks the train part
     * @param memory that sorting and transforms may take
     */
    public Fitted fit(ColumnBlocks blocks, Memory memory, Workers workers) {
        return new StoredFit(inputs, fills, transforms, scale, memory, workers).fit(blocks, this::fitted);
    }

    private Fitted fitted(Preparation preparation, List<String> notes) {
        return new Fitted(preparation, notes);
    }

    /** Fills, transforms and scales that have been found. */
    public final class Fitted {
        private final Preparation preparation;
        private final List<String> notes;

        private Fitted(Preparation preparation, List<String> notes) {
            this.preparation = preparation;
            this.notes = List.copyOf(notes);
        }

        /** Returns the number of features: what a learner sees of an event. */
        public int features() {
            return preparation.features();
        }

        /** Returns the names of the features. */
        public List<String> featureNames() {
            return preparation.featureNames(inputs);
        }

        /** Returns the words of the transforms, each with what a user should know of it. */
        public List<String> notes() {
            return notes;
        }

        /** Returns the inputs of {@code n} events as a learner sees them, row by row; a missing value without a fill is an error. */
        public float[] transform(double[][] values, int n) {
            return transform(Preparation.columns(values), n, Workers.sequential());
        }

        /** As {@link #transform(double[][], int)}, of columns of any numbers; events are shared among threads. */
        public float[] transform(List<Column> columns, int n, Workers workers) {
            float[] x = new float[Math.multiplyExact(n, preparation.features())];
            for (boolean missing : preparation.prepare(columns, n, x, workers)) {
                if (missing) {
                    throw complaint(columns, n);
                }
            }
            return x;
        }

        /**
         * Returns a block of events as a learner sees them, row by row; a missing value without a fill is an error.
         *
         * @param blocks in which the missing values are counted
         */
        public float[] transform(ColumnBlocks blocks, int block, Workers workers) {
            int n = blocks.size(block);
            List<Column> columns = IntStream.range(0, blocks.columns())
                    .mapToObj(f -> blocks.column(block, f))
                    .toList();
            float[] x = new float[Math.multiplyExact(n, preparation.features())];
            for (boolean missing : preparation.prepare(columns, n, x, workers)) {
                if (missing) {
                    throw StoredFit.complaint(inputs, preparation.fill(), blocks);
                }
            }
            return x;
        }

        /** Returns the pipeline of a model that was trained on transformed inputs. */
        public Pipeline pipeline(Model model) {
            return new Pipeline(inputs, preparation, model);
        }

        private UserError complaint(List<Column> columns, int n) {
            for (int f = 0; f < columns.size(); f++) {
                Column column = columns.get(f);
                double instead = preparation.fill()[f];
                long count = IntStream.range(0, n)
                        .mapToDouble(column::number)
                        .filter(x -> !Double.isFinite(Double.isNaN(x) ? instead : x))
                        .count();
                if (count > 0) {
                    return missing(inputs.get(f), count, n);
                }
            }
            return tooLarge();
        }
    }

    static UserError tooLarge() {
        return UserError.data("an input is too large for a float", "scale it, or cut such events away");
    }

    static UserError missing(String input, long count, long n) {
        return UserError.data(
                "input '" + input + "' is missing or infinite in " + count + " of " + n + " events",
                "say what a learner gets instead, 'missing [" + input + "] fill=median', or cut such events away");
    }

    /**
     * Fits to the train part.
     *
     * @param values one array per input, NaN where it is missing
     * @param weight one per event, of any sign
     * @param n number of events, at least 1
     */
    public Fitted fit(double[][] values, double[] weight, int n) {
        return fit(Preparation.columns(values), weight, n, Workers.sequential());
    }

    /** As {@link #fit(double[][], double[], int)}, of columns of any numbers; columns are shared among threads. */
    public Fitted fit(List<Column> columns, double[] weight, int n, Workers workers) {
        double[] fill = new double[inputs.size()];
        if (transforms.isEmpty()) {
            double[][] shiftAndFactor = new double[inputs.size()][];
            workers.forEach(
                    inputs.size(), f -> shiftAndFactor[f] = scale(filled(f, columns, fill, weight, n), weight, n));
            return new Fitted(
                    new Preparation(fill, List.of(), column(shiftAndFactor, 0), column(shiftAndFactor, 1)), List.of());
        }
        double[][] values = new double[inputs.size()][];
        workers.forEach(inputs.size(), f -> values[f] = filled(f, columns, fill, weight, n));
        for (int f = 0; f < values.length; f++) {
            long count =
                    Arrays.stream(values[f]).filter(x -> !Double.isFinite(x)).count();
            if (count > 0) {
                throw missing(inputs.get(f), count, n);
            }
        }
        return fitted(fill, values, weight, n, workers);
    }

    private Fitted fitted(double[] fill, double[][] filled, double[] weight, int n, Workers workers) {
        TransformFitter fitter = new TransformFitter(workers);
        List<FittedTransform> chain = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        double[][] values = filled;
        for (Transform transform : transforms) {
            TransformFitter.Fit fit = fitter.fit(transform, TransformFitter.columns(values, weight, n));
            chain.add(fit.transform());
            notes.add(fit.transform().word() + (fit.note().isEmpty() ? "" : " (" + fit.note() + ")"));
            values = fit.transform().apply(values, n);
        }
        double[][] last = values;
        double[][] shiftAndFactor = new double[values.length][];
        workers.forEach(values.length, f -> shiftAndFactor[f] = scale(last[f], weight, n));
        return new Fitted(new Preparation(fill, chain, column(shiftAndFactor, 0), column(shiftAndFactor, 1)), notes);
    }

    private static double[] column(double[][] rows, int which) {
        return Arrays.stream(rows).mapToDouble(row -> row[which]).toArray();
    }

    /** Returns the values of an input, filled; notes what filled it. */
    private double[] filled(int f, List<Column> columns, double[] fill, double[] weight, int n) {
        Column column = columns.get(f);
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            values[i] = column.number(i);
        }
        fill[f] = fill(f, values, weight, n);
        for (int i = 0; i < n; i++) {
            values[i] = Double.isNaN(values[i]) ? fill[f] : values[i];
        }
        return values;
    }

    private double fill(int f, double[] values, double[] weight, int n) {
        FillRule rule = fills.get(f);
        double found = switch (rule.kind()) {
            case NONE -> Double.NaN;
            case VALUE -> rule.value();
            case MEAN -> mean(values, weight, n);
            case MEDIAN -> median(values, weight, n);
        };
        return found(inputs.get(f), rule, found);
    }

    /** Returns what was found to fill an input with, or throws where nothing was. */
    static double found(String input, FillRule rule, double found) {
        if (Double.isNaN(found) && rule.kind() != FillRule.Kind.NONE) {
            throw UserError.data(
                    "input '" + input + "' is missing in all train events, so it has no "
                            + rule.kind().name().toLowerCase(java.util.Locale.ROOT),
                    "leave it out of vars, or fill it with a number");
        }
        return found;
    }

    private static double mean(double[] values, double[] weight, int n) {
        Spreads.Mean mean = new Spreads.Mean();
        mean.add(values, weight, n);
        return mean.value();
    }

    /** Returns the smallest value at which half of the total weight is reached. */
    private static double median(double[] values, double[] weight, int n) {
        int[] order = ScoreOrder.rising(Arrays.copyOf(values, n));
        int there = n;
        while (there > 0 && Double.isNaN(values[order[there - 1]])) {
            there--;
        }
        double total = 0;
        for (int i = 0; i < there; i++) {
            total += Math.abs(weight[order[i]]);
        }
        double reached = 0;
        for (int i = 0; i < there; i++) {
            reached += Math.abs(weight[order[i]]);
            if (reached >= total / 2) {
                return values[order[i]];
            }
        }
        return Double.NaN;
    }

    /** Returns shift and factor. */
    private double[] scale(double[] x, double[] weight, int n) {
        return switch (scale) {
            case NONE -> new double[] {0, 1};
            case STANDARD -> standard(x, weight, n);
            case MINMAX -> minmax(x, n);
        };
    }

    private static double[] standard(double[] x, double[] weight, int n) {
        Spreads.Width width = new Spreads.Width(mean(x, weight, n));
        width.add(x, weight, n);
        return width.scale();
    }

    private static double[] minmax(double[] x, int n) {
        Spreads.Range range = new Spreads.Range();
        range.add(x, n);
        return range.scale();
    }
}
