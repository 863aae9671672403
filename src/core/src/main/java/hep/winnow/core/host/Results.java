package hep.winnow.core.host;

import hep.winnow.api.hist.Binning;
import hep.winnow.api.run.Facts;
import hep.winnow.api.run.RunRecord;
import hep.winnow.core.hist.HistFacts;
import hep.winnow.core.model.ScoringModel;
import hep.winnow.core.run.RunResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a run found. Immutable but for the arrays of columns, which are shared. */
public final class Results {
    private final RunResult run;
    private final Map<String, EventColumns> columns;
    private final String text;
    private final List<Result> all;

    Results(RunResult run, Map<String, EventColumns> columns, String text) {
        this.run = run;
        this.columns = Map.copyOf(columns);
        this.text = text;
        this.all = run.record().statements().stream()
                .flatMap(s -> s.results().stream())
                .map(Results::result)
                .toList();
    }

    private static Result result(Facts facts) {
        Map<String, Object> values = new LinkedHashMap<>();
        facts.values().forEach((key, value) -> values.put(key, plain(value)));
        return new Result(
                String.valueOf(values.get("verb")),
                String.valueOf(values.getOrDefault("name", "")),
                values.get("line") instanceof Number line ? line.intValue() : 0,
                values);
    }

    private static Object plain(Object value) {
        if (value instanceof Facts facts) {
            return result(facts).values();
        }
        return value instanceof List<?> list ? list.stream().map(Results::plain).toList() : value;
    }

    /** Tells whether every {@code expect} held. */
    public boolean isAsExpected() {
        return run.failedExpectations() == 0;
    }

    /** Returns how many {@code expect} were false. */
    public int failedExpectations() {
        return run.failedExpectations();
    }

    /** Returns all that was printed, warnings included. */
    public String text() {
        return text;
    }

    /** Returns the warnings. */
    public List<String> warnings() {
        return run.record().warnings();
    }

    /** Returns the folder with the files of the run. */
    public Path out() {
        return run.out();
    }

    /** Returns the whole record, as {@code run.json} has it. */
    public RunRecord record() {
        return run.record();
    }

    /** Returns what all statements found, in their order. */
    public List<Result> all() {
        return all;
    }

    /** Returns what the statements of a verb found, in their order. */
    public List<Result> all(String verb) {
        return all.stream().filter(r -> r.verb().equals(verb)).toList();
    }

    /**
     * Returns what a statement of a verb found of a name.
     *
     * @throws IllegalArgumentException if there is nothing of the kind
     */
    public Result result(String verb, String name) {
        return all(verb).stream()
                .filter(r -> r.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no statement '" + verb + "' found anything of '" + name
                        + "'; there is "
                        + all.stream().map(r -> r.verb() + " " + r.name()).toList()));
    }

    /**
     * Returns a field, as a macro reads it.
     *
     * @param name such as {@code best.cut}
     * @throws IllegalArgumentException if there is none
     */
    public double field(String name) {
        return fetch(run.fields(), name, "field");
    }

    /** Returns all fields, by {@code NAME.field}. */
    public Map<String, Double> fields() {
        return run.fields();
    }

    /**
     * Returns a model that was trained or loaded.
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    public ScoringModel model(String name) {
        return fetch(run.models(), name, "model");
    }

    /** Returns all models, by name. */
    public Map<String, ScoringModel> models() {
        return run.models();
    }

    /**
     * Returns the columns that the session asked for.
     *
     * @param scope as the session named it
     * @throws IllegalArgumentException if it did not ask
     */
    public EventColumns columns(String scope) {
        return fetch(columns, scope, "columns of");
    }

    /** Returns the histograms of all {@code hist} statements: region by region, sample by sample. */
    public List<HistogramResult> histograms() {
        List<HistogramResult> out = new ArrayList<>();
        for (Result result : all("hist")) {
            for (Object one : (List<?>) result.values().getOrDefault("histograms", List.of())) {
                Map<?, ?> facts = (Map<?, ?>) one;
                Binning axis = HistFacts.axis(result.values(), "edges");
                out.add(new HistogramResult(
                        result.name(),
                        result.text("in"),
                        String.valueOf(facts.get("label")),
                        String.valueOf(facts.get("class")),
                        HistFacts.histogram(axis, facts)));
            }
        }
        return out;
    }

    /** Returns the histograms of the statement that declares a name. */
    public List<HistogramResult> histograms(String name) {
        return histograms().stream().filter(h -> h.name().equals(name)).toList();
    }

    private static <T> T fetch(Map<String, T> from, String name, String what) {
        T found = from.get(name);
        if (found == null) {
            throw new IllegalArgumentException("there is no " + what + " '" + name + "'; there is " + from.keySet());
        }
        return found;
    }
}
