package hep.winnow.imports.keras;

import hep.winnow.api.learn.Task;
import hep.winnow.imports.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What the outputs of a net mean, which Keras does not tell: it follows from the last function and the loss of the training.
 *
 * @param task what was learnt
 * @param classes names of classes
 * @param targets names of what a regression predicts
 * @param threshold that parts two classes
 */
record Meaning(Task task, List<String> classes, List<String> targets, double threshold) {
    private static final Set<String> REGRESSIONS = Set.of(
            "meansquarederror",
            "mse",
            "meanabsoluteerror",
            "mae",
            "meanabsolutepercentageerror",
            "mape",
            "meansquaredlogarithmicerror",
            "msle",
            "huber",
            "huberloss",
            "logcosh",
            "poisson");

    Meaning {
        classes = List.copyOf(classes);
        targets = List.copyOf(targets);
    }

    static Meaning of(List<Value> outputs, List<String> names, Optional<JsonValue> loss) {
        String trained = loss.map(Meaning::name).orElse("");
        boolean isRegression = REGRESSIONS.contains(trained);
        if (outputs.size() > 1) {
            return new Meaning(Task.REGRESSION, List.of(), targets(outputs, names), 0.5);
        }
        Value output = outputs.get(0);
        int width = output.size();
        boolean isShare = output.last().equals("sigmoid") || output.last().equals("hard_sigmoid");
        if (width == 1) {
            return isRegression && !isShare
                    ? new Meaning(Task.REGRESSION, List.of(), List.of(), 0)
                    : new Meaning(Task.BINARY, List.of("background", "signal"), List.of(), isShare ? 0.5 : 0);
        }
        boolean isClasses =
                output.last().equals("softmax") || trained.contains("crossentropy") || isShare && !isRegression;
        return isClasses
                ? new Meaning(Task.MULTICLASS, numbers(width), List.of(), 0.5)
                : new Meaning(Task.REGRESSION, List.of(), targets(outputs, names), 0);
    }

    private static List<String> numbers(int count) {
        return IntStream.range(0, count).mapToObj(String::valueOf).toList();
    }

    private static List<String> targets(List<Value> outputs, List<String> names) {
        List<String> targets = new ArrayList<>();
        for (int o = 0; o < outputs.size(); o++) {
            int width = outputs.get(o).size();
            for (int k = 0; k < width; k++) {
                targets.add(width == 1 ? names.get(o) : names.get(o) + "_" + k);
            }
        }
        return targets;
    }

    /** A loss is a name, or an object with its class or its function; one for each output is none that is understood. */
    private static String name(JsonValue loss) {
        JsonValue one = loss.isList() && loss.size() == 1 ? loss.items().get(0) : loss;
        Optional<JsonValue> text = one.isText()
                ? Optional.of(one)
                : one.isObject()
                        ? one.find("class_name")
                                .filter(c -> c.isText() && !c.text().equals("function"))
                        : Optional.empty();
        Optional<JsonValue> function = one.isObject() ? one.find("config").filter(JsonValue::isText) : Optional.empty();
        return text.or(() -> function)
                .map(t -> t.text().replace("_", "").toLowerCase(Locale.ROOT))
                .orElse("");
    }
}
