package hep.winnow.imports.lightgbm;

import hep.winnow.api.learn.ForeignInput;
import hep.winnow.api.learn.ForeignModel;
import hep.winnow.api.learn.Task;
import hep.winnow.api.run.Facts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Turns the text of LightGBM into a model: a head, trees, {@code end of trees}, and what does not take part in a score. */
final class ModelText {
    private static final int MOST = 1 << 20;
    private static final String TREE = "Tree=";

    private final Section head = new Section("head", 1);
    private final List<Section> trees = new ArrayList<>();
    private boolean hasPandasCategories;
    private boolean hasEnd;

    ModelText(String text) {
        String[] lines = text.split("\\r?\\n", -1);
        Section open = head;
        for (int i = 0; i < lines.length; i++) {
            String line = lines[i];
            if (line.startsWith("pandas_categorical:")) {
                hasPandasCategories =
                        !line.strip().endsWith(":[]") && !line.strip().endsWith(":null");
            } else if (line.equals("end of trees")) {
                hasEnd = true;
            } else if (!hasEnd && line.startsWith(TREE)) {
                open = new Section("Tree " + trees.size(), i + 1);
                trees.add(open);
                open.add(line);
                open.integer("Tree", trees.size() - 1L, trees.size() - 1L);
            } else if (!hasEnd && !line.isBlank()) {
                open.add(line);
            }
        }
    }

    ForeignModel read() {
        if (!hasEnd) {
            throw head.error("there is no 'end of trees'", "the file is cut off: copy it again");
        }
        String version = head.text("version");
        if (!version.matches("v[234]")) {
            throw head.error("the version is '" + version + "', expected v2, v3 or v4", "save it by a known version");
        }
        int features = head.integer("max_feature_idx", 0, MOST) + 1;
        int classes = head.integer("num_class", 1, MOST);
        int outputs = head.has("num_tree_per_iteration") ? head.integer("num_tree_per_iteration", 1, MOST) : classes;
        Output output = Output.of(head);
        if (outputs != classes || classes > 1 != (output.task() == Task.MULTICLASS) && head.has("objective")) {
            throw head.error(
                    classes + " classes and " + outputs + " trees a round do not fit the objective '"
                            + head.find("objective").orElse("") + "'",
                    "the file is damaged");
        }
        checkTrees(outputs);
        List<LeafwiseTree> own =
                trees.stream().map(t -> LeafwiseTree.of(t, features)).toList();
        LightgbmScorer scorer = new LightgbmScorer(features, outputs, own, head.has("average_output"), output);
        Task task = classes > 1 ? Task.MULTICLASS : output.task();
        return new ForeignModel(
                head.find("objective").orElse("custom").split(" ", 2)[0],
                "LightGBM " + version,
                task,
                classes(task, classes),
                List.of(),
                inputs(features),
                scorer,
                new Facts().put("objective", head.find("objective").orElse("")).put("trees", trees.size()),
                notes());
    }

    private void checkTrees(int outputs) {
        int told = head.find("tree_sizes")
                .map(s -> s.isBlank() ? 0 : s.strip().split(" +", -1).length)
                .orElse(trees.size());
        if (told != trees.size() || trees.isEmpty() || trees.size() % outputs != 0) {
            throw head.error(
                    "there are " + trees.size() + " trees, its head tells of " + told + ", with " + outputs
                            + " in each round",
                    "the file is damaged");
        }
    }

    private static List<String> classes(Task task, int classes) {
        return switch (task) {
            case BINARY -> List.of("background", "signal");
            case MULTICLASS ->
                IntStream.range(0, classes).mapToObj(String::valueOf).toList();
            default -> List.of();
        };
    }

    /** Names such as Column_0 are what LightGBM gives to columns that have none. */
    private List<ForeignInput> inputs(int features) {
        List<String> names = Arrays.asList(head.text("feature_names").strip().split(" ", -1));
        if (names.size() != features || names.stream().distinct().count() < features) {
            throw head.error("it names " + names.size() + " features of " + features, "the file is damaged");
        }
        boolean isNamed =
                !IntStream.range(0, features).allMatch(i -> names.get(i).equals("Column_" + i));
        return IntStream.range(0, features)
                .mapToObj(i -> isNamed ? ForeignInput.named(names.get(i)) : ForeignInput.unnamed(i))
                .toList();
    }

    private List<String> notes() {
        return hasPandasCategories
                ? List.of("it was trained with categories of pandas; hand their codes to it, as they were in the"
                        + " training")
                : List.of();
    }
}
