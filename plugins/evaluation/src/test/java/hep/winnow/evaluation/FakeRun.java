package hep.winnow.evaluation;

import hep.winnow.api.event.Column;
import hep.winnow.api.event.ColumnType;
import hep.winnow.api.event.EventTable;
import hep.winnow.api.figure.Sheet;
import hep.winnow.api.learn.History;
import hep.winnow.api.learn.Task;
import hep.winnow.api.random.RandomStream;
import hep.winnow.api.run.Facts;
import hep.winnow.api.run.PartScale;
import hep.winnow.api.run.StepContext;
import hep.winnow.api.run.TrainedModel;
import hep.winnow.api.run.WeightSum;
import hep.winnow.api.run.Workers;
import hep.winnow.api.step.EventExpression;
import hep.winnow.api.step.ModelRef;
import hep.winnow.api.step.OutputFile;
import hep.winnow.api.step.Scope;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToDoubleBiFunction;

/** A run for tests: scopes with columns of numbers, models that are columns, and everything that a step leaves. */
final class FakeRun implements StepContext {
    final List<String> printed = new ArrayList<>();
    final List<String> warnings = new ArrayList<>();
    final Map<String, Facts> results = new LinkedHashMap<>();
    final Map<String, Double> fields = new LinkedHashMap<>();
    final List<Sheet> sheets = new ArrayList<>();
    final List<String> files = new ArrayList<>();
    List<String> classes = List.of("background", "signal");
    List<String> samples = List.of("sample");
    final Map<String, List<PartScale>> scales = new HashMap<>();
    ToDoubleBiFunction<Double, Double> plane = (x, y) -> x + y;

    private final Map<String, Events> scopes = new HashMap<>();
    private final Map<String, TrainedModel> models = new HashMap<>();
    private final Map<String, List<EventExpression>> inputs = new HashMap<>();
    private final Map<String, List<EventExpression>> outputs = new HashMap<>();

    /** Events of a scope; columns are added by name. */
    static final class Events {
        final Map<String, double[]> columns = new HashMap<>();
        final double[] weight;
        final int[] label;
        final int[] sample;
        final long[] id;

        Events(int[] label, double[] weight, long firstId) {
            this.label = label;
            this.weight = weight;
            this.sample = new int[label.length];
            this.id = new long[label.length];
            for (int i = 0; i < id.length; i++) {
                id[i] = firstId + i;
            }
        }

        Events with(String name, double... values) {
            columns.put(name, values);
            return this;
        }
    }

    record FakeScope(String text) implements Scope {
        @Override
        public boolean isPart() {
            return false;
        }
    }

    record Named(String name) implements ModelRef {}

    record Expression(String text, Optional<ModelRef> model) implements EventExpression {
        @Override
        public ColumnType type() {
            return ColumnType.DOUBLE;
        }

        @Override
        public String unit() {
            return "";
        }
    }

    static Scope scope(String text) {
        return new FakeScope(text);
    }

    static EventExpression column(String text) {
        return new Expression(text, Optional.empty());
    }

    static ModelRef ref(String name) {
        return new Named(name);
    }

    static EventExpression modelColumn(String name) {
        return new Expression(name, Optional.of(ref(name)));
    }

    FakeRun scope(String name, Events events) {
        scopes.put(name, events);
        return this;
    }

    /** Adds a model whose score is the column of its name, with parts {@code train}, {@code valid}, {@code test} as far as they are scopes. */
    FakeRun model(String name, Task task, History history, String... inputNames) {
        EventExpression score = modelColumn(name);
        models.put(
                name,
                new TrainedModel(
                        name,
                        "fake",
                        task,
                        task == Task.REGRESSION ? List.of() : classes,
                        List.of(inputNames),
                        score,
                        0.5,
                        task == Task.REGRESSION ? List.of(column("target")) : List.of(),
                        part("train"),
                        part("valid"),
                        part("test"),
                        history));
        List<EventExpression> columns = new ArrayList<>();
        for (String input : inputNames) {
            columns.add(column(input));
        }
        inputs.put(name, columns);
        List<EventExpression> perClass = new ArrayList<>();
        for (String c : classes) {
            perClass.add(new Expression(name + "." + c, Optional.of(ref(name))));
        }
        outputs.put(name, task == Task.MULTICLASS ? perClass : List.of(score));
        return this;
    }

    /** Adds a regression whose outputs are the columns {@code name.target}. */
    FakeRun severalTargets(String name, String... targets) {
        List<EventExpression> all = new ArrayList<>();
        for (String target : targets) {
            all.add(output(name, name + "." + target));
        }
        models.put(
                name,
                new TrainedModel(
                        name,
                        "fake",
                        Task.REGRESSION,
                        List.of(),
                        List.of("x"),
                        all.get(0),
                        0.5,
                        java.util.Arrays.stream(targets).map(FakeRun::column).toList(),
                        part("train"),
                        part("valid"),
                        part("test"),
                        new History(List.of(), 0, 0)));
        outputs.put(name, all);
        return this;
    }

    EventExpression output(String model, String text) {
        return new Expression(text, Optional.of(ref(model)));
    }

    private Optional<Scope> part(String name) {
        return scopes.containsKey(name) ? Optional.of(scope(name)) : Optional.empty();
    }

    String text() {
        return String.join("\n", printed);
    }

    Map<String, Object> facts(String name) {
        return results.getOrDefault(name, new Facts()).values();
    }

    /** Returns the facts that stand under a key, one or a list. */
    List<Facts> factsWithin(String name, String key) {
        List<Facts> out = new ArrayList<>();
        Object value = facts(name).get(key);
        for (Object v : value instanceof List<?> list ? list : value == null ? List.of() : List.of(value)) {
            out.add((Facts) v);
        }
        return out;
    }

    double number(String name, String key) {
        return facts(name).get(key) instanceof Number n ? n.doubleValue() : Double.NaN;
    }

    @Override
    public EventTable table(Scope scope, List<EventExpression> columns) {
        Events events = events(scope);
        List<Column> values = new ArrayList<>();
        for (EventExpression c : columns) {
            double[] column = events.columns.get(c.text());
            if (column == null) {
                throw new IllegalArgumentException("no column " + c.text() + " in " + scope.text());
            }
            values.add(new Column.Doubles(column));
        }
        return new EventTable(values, events.weight, events.label, events.sample, events.id);
    }

    private Events events(Scope scope) {
        Events events = scopes.get(scope.text());
        if (events == null) {
            throw new IllegalArgumentException("no scope " + scope.text());
        }
        return events;
    }

    @Override
    public List<String> classes() {
        return classes;
    }

    @Override
    public List<String> samples() {
        return samples;
    }

    @Override
    public TrainedModel model(ModelRef model) {
        TrainedModel trained = models.get(model.name());
        if (trained == null) {
            throw new IllegalArgumentException("no model " + model.name());
        }
        return trained;
    }

    @Override
    public List<EventExpression> inputs(ModelRef model) {
        return inputs.getOrDefault(model.name(), List.of());
    }

    @Override
    public List<EventExpression> outputs(ModelRef model) {
        return outputs.getOrDefault(model.name(), List.of());
    }

    @Override
    public double[] score(ModelRef model, double[][] points, int n) {
        double[] out = new double[n];
        for (int i = 0; i < n; i++) {
            out[i] = plane.applyAsDouble(points[0][i], points[1][i]);
        }
        return out;
    }

    @Override
    public List<WeightSum> sums(Scope scope) {
        Events events = Objects.requireNonNull(scopes.get(scope.text()), scope.text());
        Map<List<Integer>, double[]> sums = new TreeMap<>(
                Comparator.<List<Integer>>comparingInt(k -> k.get(0)).thenComparingInt(k -> k.get(1)));
        for (int i = 0; i < events.weight.length; i++) {
            double[] sum = sums.computeIfAbsent(List.of(events.sample[i], events.label[i]), k -> new double[3]);
            sum[0]++;
            sum[1] += events.weight[i];
            sum[2] += events.weight[i] * events.weight[i];
        }
        List<WeightSum> out = new ArrayList<>();
        sums.forEach((key, sum) -> out.add(new WeightSum(key.get(0), key.get(1), (long) sum[0], sum[1], sum[2])));
        return out;
    }

    @Override
    public List<PartScale> partScales(Scope scope) {
        return scales.getOrDefault(
                scope.text(), classes.stream().map(c -> PartScale.ONE).toList());
    }

    @Override
    public double luminosity() {
        return Double.NaN;
    }

    @Override
    public RandomStream random() {
        return new RandomStream(17);
    }

    @Override
    public Workers workers() {
        return Workers.sequential();
    }

    @Override
    public String name() {
        return "";
    }

    @Override
    public void print(String text) {
        printed.add(text);
    }

    @Override
    public void warn(String message) {
        warnings.add(message);
    }

    @Override
    public void result(Facts facts) {
        results.put("", facts);
    }

    @Override
    public void result(String name, Facts facts) {
        results.put(name, facts);
    }

    @Override
    public void field(String field, double value) {
        fields.put(field, value);
    }

    @Override
    public void figure(OutputFile file, Sheet sheet) {
        files.add(file.name());
        sheets.add(sheet);
    }

    @Override
    public void figure(Sheet sheet) {
        sheets.add(sheet);
    }

    @Override
    public Optional<byte[]> render(Sheet sheet, String format) {
        return Optional.empty();
    }

    @Override
    public void write(OutputFile file, FileWriter writer) {
        try {
            writer.write(Path.of(file.name()));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
