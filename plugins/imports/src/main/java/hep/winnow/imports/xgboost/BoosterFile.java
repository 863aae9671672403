package hep.winnow.imports.xgboost;

import hep.winnow.api.learn.ForeignInput;
import hep.winnow.api.learn.ForeignModel;
import hep.winnow.api.learn.ForeignScorer;
import hep.winnow.api.learn.Task;
import hep.winnow.api.run.Facts;
import hep.winnow.imports.json.JsonFile;
import hep.winnow.imports.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Turns a file of XGBoost into a model. */
final class BoosterFile {
    private static final int MOST = 1 << 17;

    private final JsonValue root;
    private final JsonValue learner;
    private final JsonValue booster;
    private final Objective objective;
    private final int features;
    private final int outputs;

    BoosterFile(JsonValue root) {
        this.root = root;
        this.learner = root.get("learner");
        this.booster = learner.get("gradient_booster");
        this.objective = Objective.of(learner.get("objective"));
        JsonValue parameters = learner.get("learner_model_param");
        this.features = parameters.get("num_feature").integer(1, MOST);
        int classes = parameters.get("num_class").integer(0, MOST);
        int targets = parameters.find("num_target").map(t -> t.integer(0, MOST)).orElse(1);
        if (classes > 1 != (objective == Objective.SOFTMAX) || classes > 1 && targets > 1) {
            throw parameters.error(
                    classes + " classes and " + targets + " targets do not fit the objective "
                            + learner.get("objective").get("name").text(),
                    "the file is damaged");
        }
        this.outputs = Math.max(1, Math.max(classes, targets));
    }

    ForeignModel read() {
        String kind = booster.get("name").text();
        Margin margin = switch (kind) {
            case "gbtree", "dart" -> TreeMargin.of(booster, features, outputs);
            case "gblinear" -> LinearMargin.of(booster, features, outputs);
            default -> throw booster.error("the booster '" + kind + "' is not read", "gbtree, dart and gblinear are");
        };
        Task task = objective.task() == Task.BINARY && outputs > 1 ? Task.REGRESSION : objective.task();
        List<String> names =
                IntStream.range(0, outputs).mapToObj(String::valueOf).toList();
        return new ForeignModel(
                kind + " " + learner.get("objective").get("name").text(),
                "XGBoost " + version(),
                task,
                task == Task.MULTICLASS ? names : task == Task.BINARY ? List.of("background", "signal") : List.of(),
                task == Task.REGRESSION && outputs > 1
                        ? names.stream().map(n -> "target" + n).toList()
                        : List.of(),
                inputs(),
                scorer(margin),
                variants(margin),
                facts(margin),
                notes());
    }

    private XgboostScorer scorer(Margin margin) {
        return new XgboostScorer(features, base(), margin, objective);
    }

    /** The base score may be one for all, or one for each output in brackets. */
    private float[] base() {
        JsonValue text = learner.get("learner_model_param").get("base_score");
        boolean isVector = text.isText() && text.text().startsWith("[");
        float[] own = isVector
                ? JsonFile.parse(text.text()).floats(JsonFile.parse(text.text()).size())
                : new float[] {text.single()};
        if (own.length != 1 && own.length != outputs) {
            throw text.error("it holds " + own.length + " numbers, expected " + outputs, "the file is damaged");
        }
        float[] base = new float[outputs];
        for (int k = 0; k < outputs; k++) {
            base[k] = objective.margin(own[own.length == 1 ? 0 : k]);
            if (!Float.isFinite(base[k])) {
                throw text.error("it is no base score of this objective", "the file is damaged");
            }
        }
        return base;
    }

    /** Returns how many trees were the best, if training went on after them. */
    private OptionalInt best() {
        Optional<JsonValue> told = learner.find("attributes").flatMap(a -> a.find("best_iteration"));
        if (told.isEmpty() || booster.get("name").text().equals("gblinear")) {
            return OptionalInt.empty();
        }
        JsonValue parameters =
                booster.find("gbtree").orElse(booster).get("model").get("gbtree_model_param");
        int parallel = parameters
                .find("num_parallel_tree")
                .map(p -> Math.max(1, p.integer(0, MOST)))
                .orElse(1);
        long trees = (told.get().integer(0, MOST) + 1L) * outputs * parallel;
        boolean isLess = trees < parameters.get("num_trees").integer(0, Integer.MAX_VALUE);
        return isLess ? OptionalInt.of((int) trees) : OptionalInt.empty();
    }

    private Map<String, ForeignScorer> variants(Margin margin) {
        return best().isPresent() && margin instanceof TreeMargin trees
                ? Map.of("best", scorer(trees.first(best().getAsInt())))
                : Map.of();
    }

    private List<ForeignInput> inputs() {
        List<String> names = learner.find("feature_names").map(JsonValue::texts).orElse(List.of());
        if (names.isEmpty()) {
            return IntStream.range(0, features).mapToObj(ForeignInput::unnamed).toList();
        }
        if (names.size() != features || names.stream().distinct().count() < features) {
            throw learner.error(
                    "it names " + names.stream().distinct().count() + " features of " + features,
                    "the file is damaged");
        }
        return names.stream().map(ForeignInput::named).toList();
    }

    private String version() {
        return root.find("version")
                .map(v -> v.items().stream()
                        .map(i -> String.valueOf(i.integer(0, MOST)))
                        .collect(Collectors.joining(".")))
                .orElse("of an unknown version");
    }

    private Facts facts(Margin margin) {
        return new Facts()
                .put("objective", learner.get("objective").get("name").text())
                .put("nodes", margin.parameters());
    }

    private List<String> notes() {
        List<String> notes = new ArrayList<>();
        best().ifPresent(n -> notes.add("training found its best round after " + n
                + " trees, and went on; all trees are taken, as Booster.predict does; variant=\"best\" takes these"
                + " alone, as XGBClassifier does"));
        if (learner.get("objective").get("name").text().equals("multi:softmax")) {
            notes.add("multi:softmax gives the number of the class there; here it gives the probabilities, as"
                    + " multi:softprob does");
        }
        return notes;
    }
}
