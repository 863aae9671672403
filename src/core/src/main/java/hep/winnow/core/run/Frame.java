package hep.winnow.core.run;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.event.Column;
import hep.winnow.api.event.Part;
import hep.winnow.api.event.Role;
import hep.winnow.core.expr.Evaluator;
import hep.winnow.core.expr.EventError;
import hep.winnow.core.expr.TypedExpr;
import hep.winnow.core.macro.Columns;
import hep.winnow.core.macro.References;
import hep.winnow.core.macro.SampleDecl;
import hep.winnow.core.macro.SplitDecl;
import hep.winnow.core.model.SplitRule;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A block of one sample, and what has been computed of it. Used by one thread at a time. */
final class Frame {
    private final SampleDecl sample;
    private final int size;
    private final int part;
    private final long firstRow;
    private final Map<String, Column> columns;
    private final Shared shared;
    private final Map<String, double[][]> scores = new HashMap<>();
    private final Map<SplitDecl, Part[]> parts = new HashMap<>();
    private double @Nullable [] fileWeight;
    private double @Nullable [] unscaledWeight;
    private double @Nullable [] weight;
    private int @Nullable [] classIndex;
    private long @Nullable [] id;

    /**
     * Makes a frame.
     *
     * @param sample whose events they are
     * @param size how many
     * @param part which of the source's parts they are of
     * @param firstRow number of the first event in the sample, from 0
     * @param columns their values, by name
     * @param shared what they ask of the run
     */
    Frame(SampleDecl sample, int size, int part, long firstRow, Map<String, Column> columns, Shared shared) {
        this.sample = sample;
        this.size = size;
        this.part = part;
        this.firstRow = firstRow;
        this.columns = columns;
        this.shared = shared;
    }

    SampleDecl sample() {
        return sample;
    }

    int size() {
        return size;
    }

    /** Returns the columns, by name. */
    Map<String, Column> columns() {
        return columns;
    }

    /** Returns a frame of the same events with other columns; nothing of it has been computed. */
    Frame with(Map<String, Column> others) {
        return new Frame(sample, size, part, firstRow, others, shared);
    }

    /** Returns which of the source's parts it is of. */
    int part() {
        return part;
    }

    /** Returns this frame with only some of its columns. */
    Frame keeping(java.util.Set<String> names) {
        Map<String, Column> kept = new HashMap<>(columns);
        kept.keySet().retainAll(names);
        return with(kept);
    }

    Evaluator.Result evaluate(Evaluator evaluator) {
        try {
            return evaluator.evaluate(size, this::column, shared::scalar);
        } catch (EventError e) {
            throw at(e.event(), e);
        }
    }

    private UserError at(int row, EventError e) {
        return e.at("event " + (firstRow + row + 1) + " of sample '" + sample.name() + "'" + file())
                .because(e);
    }

    /** Evaluates for some rows alone, which are rising. */
    Evaluator.Result evaluate(Evaluator evaluator, int[] rows) {
        if (rows.length == size) {
            return evaluate(evaluator);
        }
        try {
            return evaluator.evaluate(rows.length, input -> Selection.of(column(input), rows, size), shared::scalar);
        } catch (EventError e) {
            throw at(rows[e.event()], e);
        }
    }

    private String file() {
        List<Path> files = sample.source().files();
        return files.size() == 1 ? " (" + files.get(0) + ")" : "";
    }

    private Column column(TypedExpr.Input input) {
        if (input.key() instanceof Columns.ModelKey key) {
            return new Column.Doubles(modelOutput(key));
        }
        return column(((Columns.ColumnKey) input.key()).name());
    }

    private Column column(String name) {
        Column column = columns.get(name);
        if (column == null) {
            throw new IllegalStateException("column '" + name + "' of sample '" + sample.name()
                    + "' was not planned for; there are " + columns.keySet());
        }
        return column;
    }

    private double[] modelOutput(Columns.ModelKey key) {
        double[][] outputs = scores.get(key.model().name());
        if (outputs == null) {
            FittedModel model = shared.model(key.model());
            Evaluator.Result inputs = evaluate(model.inputs());
            List<Column> columns = IntStream.range(0, key.model().inputs().size())
                    .mapToObj(inputs::column)
                    .toList();
            outputs = model.score(columns, size);
            scores.put(key.model().name(), outputs);
        }
        int named = key.model().namedOutputs().size();
        return output(key, outputs, outputs.length - named);
    }

    /** Returns one output of all; the first {@code main} of them are the main ones. */
    private double[] output(Columns.ModelKey key, double[][] outputs, int main) {
        if (key.output() instanceof Columns.NamedOutput named) {
            return outputs[main + named.index()];
        }
        if (key.output() instanceof Columns.Main one) {
            if (one.index() >= main) {
                throw UserError.macro(
                        "model '" + key.model().name() + "' has " + main + " outputs, so there is no output "
                                + one.index(),
                        "outputs are counted from 0");
            }
            return outputs[one.index()];
        }
        return main == 1 ? outputs[0] : likeliest(Arrays.copyOf(outputs, main), size);
    }

    /** Returns the index of the largest output per event; NaN where an output is NaN. */
    private static double[] likeliest(double[][] outputs, int n) {
        double[] best = new double[n];
        for (int i = 0; i < n; i++) {
            int at = 0;
            boolean isMissing = false;
            for (int k = 0; k < outputs.length; k++) {
                isMissing |= Double.isNaN(outputs[k][i]);
                at = outputs[k][i] > outputs[at][i] ? k : at;
            }
            best[i] = isMissing ? Double.NaN : at;
        }
        return best;
    }

    /** Returns weights; not to be changed. */
    double[] weight(Weighting weighting) {
        return switch (weighting) {
            case FILE -> fileWeight();
            case UNSCALED -> unscaledWeight();
            case PHYSICAL -> weight();
        };
    }

    private double[] weight() {
        if (weight == null) {
            weight = scaled(unscaledWeight(), shared.weightScale(sample.index()));
        }
        return weight;
    }

    private static double[] scaled(double[] weights, double scale) {
        if (scale == 1) {
            return weights;
        }
        double[] out = new double[weights.length];
        for (int i = 0; i < weights.length; i++) {
            out[i] = weights[i] * scale;
        }
        return out;
    }

    private double[] unscaledWeight() {
        if (unscaledWeight == null) {
            unscaledWeight = sample.factor().isEmpty()
                    ? fileWeight()
                    : times(fileWeight(), sample.factor().get());
        }
        return unscaledWeight;
    }

    private double[] times(double[] weights, TypedExpr factor) {
        double[] factors = finite("factor", factor);
        double[] out = new double[size];
        for (int i = 0; i < size; i++) {
            out[i] = weights[i] * factors[i];
        }
        return out;
    }

    private double[] fileWeight() {
        if (fileWeight == null) {
            fileWeight = findFileWeight();
        }
        return fileWeight;
    }

    private double[] findFileWeight() {
        if (sample.weight().isEmpty()) {
            double[] ones = new double[size];
            Arrays.fill(ones, 1);
            return ones;
        }
        return finite("weight", sample.weight().get());
    }

    private double[] finite(String what, TypedExpr expr) {
        double[] values = evaluate(shared.evaluator(expr)).numbers(0);
        for (int i = 0; i < size; i++) {
            if (!Double.isFinite(values[i])) {
                throw UserError.data(
                        "the " + what + " of event " + (firstRow + i + 1) + " of sample '" + sample.name() + "' is "
                                + values[i],
                        "every event needs a finite " + what + hint(expr));
            }
        }
        return Arrays.copyOf(values, size);
    }

    /** A table is the usual reason. */
    private static String hint(TypedExpr expr) {
        return References.tables(expr).stream()
                .findFirst()
                .map(t -> "; where the table '" + t.name() + "' has no row, outside= gives one: 1, or clamp")
                .orElse("");
    }

    /** Returns the class of each event; -1 for data. */
    int[] classIndex() {
        if (classIndex == null) {
            classIndex = classes();
        }
        return classIndex;
    }

    private int[] classes() {
        int[] out = new int[size];
        SampleDecl.Labelling labelling = sample.labelling();
        if (labelling instanceof SampleDecl.ByRole role) {
            int index = role.role() == Role.DATA ? -1 : role.role() == Role.SIGNAL ? 1 : 0;
            Arrays.fill(out, index);
        } else if (labelling instanceof SampleDecl.BySignal signal) {
            boolean[] mask = evaluate(shared.evaluator(signal.condition())).mask(0);
            for (int i = 0; i < size; i++) {
                out[i] = mask[i] ? 1 : 0;
            }
        } else if (labelling instanceof SampleDecl.ByClass) {
            String[] values = classValues();
            for (int i = 0; i < size; i++) {
                out[i] = shared.classIndex(values[i]);
            }
        }
        return out;
    }

    /** Returns the class of each event of a sample with classes, as text. */
    String[] classValues() {
        TypedExpr value = ((SampleDecl.ByClass) sample.labelling()).value();
        Column column = evaluate(shared.evaluator(value)).column(0);
        String[] out = new String[size];
        for (int i = 0; i < size; i++) {
            out[i] = classText(column, i);
        }
        return out;
    }

    private String classText(Column column, int i) {
        if (column instanceof Column.Strings strings) {
            return strings.values()[i];
        }
        double x = column.number(i);
        if (x != Math.rint(x) || Double.isInfinite(x)) {
            throw UserError.data(
                    "the class of event " + (firstRow + i + 1) + " of sample '" + sample.name() + "' is " + x,
                    "a class is a whole number or a string");
        }
        return Long.toString((long) x);
    }

    /** Returns the id of each event. */
    long[] id() {
        if (id == null) {
            id = sample.id().isEmpty()
                    ? EventHash.rows(sample.index(), firstRow, size)
                    : SplitRule.hashes(sample.id().stream().map(this::column).toList(), size);
        }
        return id;
    }

    /** Returns the values of id columns, for the hash of a split. */
    List<Column> columns(List<String> names) {
        return names.stream().map(this::column).toList();
    }

    /** Tells which events belong to a part; data belongs to the test part alone. */
    boolean[] isIn(SplitDecl split, Part part) {
        Part[] assigned = parts.computeIfAbsent(split, s -> PartRule.assign(s, this, shared.seed()));
        boolean[] out = new boolean[size];
        for (int i = 0; i < size; i++) {
            out[i] = assigned[i] == part;
        }
        return out;
    }

    long firstRow() {
        return firstRow;
    }
}
