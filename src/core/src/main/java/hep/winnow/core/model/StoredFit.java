package hep.winnow.core.model;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.learn.Scale;
import hep.winnow.api.learn.Transform;
import hep.winnow.api.run.Workers;
import hep.winnow.core.model.transform.FittedTransform;
import hep.winnow.core.model.transform.TransformFitter;
import hep.winnow.core.spill.Memory;
import hep.winnow.kernels.stat.StoredOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** Finds fills, transforms and scales of events that do not lie in memory: what {@link PipelineFitter} finds, by going through the columns one after the other. */
final class StoredFit {
    private final List<String> inputs;
    private final List<FillRule> fills;
    private final List<Transform> transforms;
    private final Scale scale;
    private final Memory memory;
    private final Workers workers;

    StoredFit(
            List<String> inputs,
            List<FillRule> fills,
            List<Transform> transforms,
            Scale scale,
            Memory memory,
            Workers workers) {
        this.inputs = inputs;
        this.fills = fills;
        this.transforms = transforms;
        this.scale = scale;
        this.memory = memory;
        this.workers = workers;
    }

    <R> R fit(ColumnBlocks blocks, BiFunction<Preparation, List<String>, R> result) {
        double[] fill = fills(blocks);
        StoredColumns columns = StoredColumns.filled(blocks, fill, memory);
        List<FittedTransform> chain = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        try {
            if (!transforms.isEmpty()) {
                check(columns, blocks.size());
            }
            for (Transform transform : transforms) {
                TransformFitter.Fit fit =
                        new TransformFitter(workers).fit(transform, columns.forTransforms(workers.threads()));
                chain.add(fit.transform());
                notes.add(fit.transform().word() + (fit.note().isEmpty() ? "" : " (" + fit.note() + ")"));
                StoredColumns next = columns.transformed(fit.transform());
                columns.close();
                columns = next;
            }
            StoredColumns last = columns;
            double[] shift = new double[last.columns()];
            double[] factor = new double[last.columns()];
            workers.forEach(shift.length, f -> {
                double[] found = scale(last, f);
                shift[f] = found[0];
                factor[f] = found[1];
            });
            return result.apply(new Preparation(fill, chain, shift, factor), notes);
        } finally {
            columns.close();
        }
    }

    private double[] fills(ColumnBlocks blocks) {
        double[] none = new double[inputs.size()];
        java.util.Arrays.fill(none, Double.NaN);
        double[] fill = new double[inputs.size()];
        try (StoredColumns raw = StoredColumns.filled(blocks, none, memory)) {
            for (int f = 0; f < fill.length; f++) {
                FillRule rule = fills.get(f);
                double found = switch (rule.kind()) {
                    case NONE -> Double.NaN;
                    case VALUE -> rule.value();
                    case MEAN -> mean(raw, f);
                    case MEDIAN -> median(raw, f);
                };
                fill[f] = PipelineFitter.found(inputs.get(f), rule, found);
            }
        }
        return fill;
    }

    private void check(StoredColumns columns, long n) {
        for (int f = 0; f < inputs.size(); f++) {
            long lacking = columns.lacking(f);
            if (lacking > 0) {
                throw PipelineFitter.missing(inputs.get(f), lacking, n);
            }
        }
    }

    /** Returns the error of the first input that is missing in some event. */
    static UserError complaint(List<String> inputs, double[] fill, ColumnBlocks blocks) {
        try (StoredColumns filled = StoredColumns.filled(blocks, fill, new Memory(0, java.nio.file.Path.of("")))) {
            for (int f = 0; f < inputs.size(); f++) {
                long lacking = filled.lacking(f);
                if (lacking > 0) {
                    return PipelineFitter.missing(inputs.get(f), lacking, blocks.size());
                }
            }
        }
        return PipelineFitter.tooLarge();
    }

    private static double mean(StoredColumns columns, int f) {
        Spreads.Mean mean = new Spreads.Mean();
        columns.forEach(f, mean::add);
        return mean.value();
    }

    /** Returns the smallest value at which half of the total weight is reached. */
    private static double median(StoredColumns columns, int f) {
        try (StoredOrder order = columns.order(f, 1)) {
            double[] total = new double[1];
            order.forEach((x, weight, none, tag) -> total[0] += Double.isNaN(x) ? 0 : weight);
            double[] reached = new double[1];
            double[] found = {Double.NaN};
            order.forEach((x, weight, none, tag) -> {
                if (Double.isNaN(found[0]) && !Double.isNaN(x)) {
                    reached[0] += weight;
                    found[0] = reached[0] >= total[0] / 2 ? x : Double.NaN;
                }
            });
            return found[0];
        }
    }

    private double[] scale(StoredColumns columns, int f) {
        return switch (scale) {
            case NONE -> new double[] {0, 1};
            case STANDARD -> {
                Spreads.Width width = new Spreads.Width(mean(columns, f));
                columns.forEach(f, width::add);
                yield width.scale();
            }
            case MINMAX -> {
                Spreads.Range range = new Spreads.Range();
                columns.forEach(f, (x, weight, n) -> range.add(x, n));
                yield range.scale();
            }
        };
    }
}
