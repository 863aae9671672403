package hep.winnow.app.model;

import hep.winnow.api.learn.Task;
import hep.winnow.api.run.Facts;
import hep.winnow.api.text.Rounding;
import hep.winnow.api.text.TextTable;
import hep.winnow.core.model.InputSpec;
import hep.winnow.core.model.Pipeline;
import hep.winnow.core.model.SavedModel;
import hep.winnow.core.model.SplitRule;
import hep.winnow.core.model.transform.FittedTransform;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A model file in words: titles, each with text. */
final class ModelText {
    private ModelText() {}

    static Map<String, String> of(SavedModel model, String name) {
        Map<String, String> out = new LinkedHashMap<>();
        out.put("model", head(model, name));
        out.put("inputs", inputs(model));
        out.put("before the model", preparation(model.pipeline()));
        out.put("inside", model.pipeline().model().describe(features(model)).stripTrailing());
        out.put(
                "settings",
                model.options().entrySet().stream()
                        .map(o -> o.getKey() + " = " + o.getValue())
                        .collect(Collectors.joining("\n")));
        out.put("provenance", provenance(model.provenance()));
        out.put("which events trained it", rule(model));
        if (!model.test().isEmpty()) {
            out.put("self-test", Rounding.count(model.test().size(), "event") + ", which score now as they did then");
        }
        out.values().removeIf(String::isEmpty);
        return out;
    }

    private static List<String> features(SavedModel model) {
        return model.pipeline().transforms().stream().anyMatch(t -> t.word().equals("pca"))
                ? java.util.stream.IntStream.rangeClosed(
                                1, model.pipeline().model().inputs())
                        .mapToObj(k -> "pc" + k)
                        .toList()
                : model.inputs().stream().map(InputSpec::name).toList();
    }

    private static String head(SavedModel model, String name) {
        StringBuilder out = new StringBuilder(model.learner() + ", "
                + model.task().name().toLowerCase(Locale.ROOT) + " task, "
                + Rounding.count(model.pipeline().model().parameters(), "parameter"));
        out.append("\noutputs: ").append(String.join(", ", model.outputNames(name)));
        if (!model.classes().isEmpty()) {
            out.append("\nclasses: ").append(String.join(", ", model.classes()));
        }
        if (model.task() == Task.BINARY) {
            out.append("\nsignal above: ")
                    .append(Rounding.shortest(model.pipeline().model().threshold()));
        }
        return out.toString();
    }

    private static String inputs(SavedModel model) {
        TextTable table = new TextTable("input", "unit", "is", "if missing", "missing where");
        double[] fill = model.pipeline().fill();
        for (int i = 0; i < fill.length; i++) {
            InputSpec spec = model.inputs().get(i);
            boolean isColumn = spec.expression().equals(spec.name());
            table.row(
                    spec.name(),
                    spec.unit(),
                    isColumn ? "a column" : spec.expression().isEmpty() ? "for inputs= to say" : spec.expression(),
                    ifMissing(model.pipeline(), fill[i]),
                    spec.sentinels().entrySet().stream()
                            .sorted(Map.Entry.comparingByKey())
                            .map(s -> s.getKey() + " is "
                                    + s.getValue().stream()
                                            .map(Rounding::shortest)
                                            .collect(Collectors.joining(" or ")))
                            .collect(Collectors.joining(", ")));
        }
        return table.toString().stripTrailing();
    }

    private static String ifMissing(Pipeline pipeline, double fill) {
        if (pipeline.takesMissing()) {
            return "as the model was trained";
        }
        return Double.isNaN(fill) ? "no score" : Rounding.shortest(fill);
    }

    private static String preparation(Pipeline pipeline) {
        List<String> steps = new java.util.ArrayList<>(
                pipeline.transforms().stream().map(FittedTransform::word).toList());
        boolean isScaled = java.util.stream.IntStream.range(0, pipeline.shift().length)
                .anyMatch(f -> pipeline.shift()[f] != 0 || pipeline.factor()[f] != 1);
        if (isScaled) {
            steps.add("(x - shift) * factor");
        }
        return String.join(", then ", steps);
    }

    private static String provenance(Facts provenance) {
        return provenance.values().entrySet().stream()
                .filter(e -> !e.getKey().equals("split") && !(e.getValue() instanceof List<?> list && list.isEmpty()))
                .map(e -> e.getKey() + ": " + value(e.getValue()))
                .collect(Collectors.joining("\n"));
    }

    private static String value(Object value) {
        if (value instanceof Facts facts) {
            return facts.values().entrySet().stream()
                    .map(e -> e.getKey() + " " + value(e.getValue()))
                    .collect(Collectors.joining(", "));
        }
        if (value instanceof List<?> list) {
            return list.stream().map(ModelText::value).collect(Collectors.joining("; "));
        }
        return value instanceof Double number ? Rounding.shortest(number, 6) : String.valueOf(value);
    }

    private static String rule(SavedModel model) {
        if (model.isImported()) {
            return "its file does not tell: nothing checks whether events that are scored trained it";
        }
        if (!(model.provenance().values().get("split") instanceof Facts split)) {
            return "all that " + model.provenance().values().getOrDefault("trained_on", "it was given");
        }
        return SplitRule.of(model.provenance())
                .map(r ->
                        "train " + percent(r.train()) + ", valid " + percent(r.valid()) + ", test " + percent(r.test())
                                + " of " + r.name() + ", "
                                + (r.columns().isEmpty()
                                        ? "by a random number per row from seed " + r.seed()
                                        : "by the hash of " + String.join(", ", r.columns())))
                .orElse(value(split));
    }

    private static String percent(double share) {
        return Rounding.shortest(100 * share, 6) + "%";
    }
}
