package hep.winnow.imports.xgboost;

import hep.winnow.imports.json.JsonValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Trees, each added to the margin of its class in turn, in floats; those of DART with weights. */
final class TreeMargin implements Margin {
    private static final int MOST_TREES = 1 << 26;

    private final List<BoostedTree> trees;
    private final int[] outputs;
    private final float[] weights;

    private TreeMargin(List<BoostedTree> trees, int[] outputs, float[] weights) {
        this.trees = List.copyOf(trees);
        this.outputs = outputs;
        this.weights = weights;
    }

    /**
     * Reads trees.
     *
     * @param booster {@code gbtree}, or {@code dart} with one in it
     */
    static TreeMargin of(JsonValue booster, int features, int outputs) {
        boolean isDart = booster.get("name").text().equals("dart");
        JsonValue model = (isDart ? booster.get("gbtree") : booster).get("model");
        JsonValue parameters = model.get("gbtree_model_param");
        int n = parameters.get("num_trees").integer(0, MOST_TREES);
        List<JsonValue> all = model.get("trees").items();
        if (all.size() != n || n < outputs) {
            throw model.error(
                    "it holds " + all.size() + " trees of " + n + ", for " + outputs + " outputs",
                    "the file is damaged");
        }
        refuseRecoding(model);
        int[] of = model.get("tree_info").integers(n, 0, outputs - 1L);
        float[] weights = new float[n];
        Arrays.fill(weights, 1);
        if (isDart) {
            weights = booster.get("weight_drop").floats(n);
        } else if (model.find("weight_drop").isPresent()
                && model.get("weight_drop").size() > 0) {
            weights = model.get("weight_drop").floats(n);
        }
        List<BoostedTree> trees = new ArrayList<>();
        all.forEach(t -> trees.add(BoostedTree.of(t, features)));
        return new TreeMargin(trees, of, weights);
    }

    /** Since 3.1 a model may hold names of categories, by which it codes its input anew. */
    private static void refuseRecoding(JsonValue model) {
        boolean isCoded = model.find("cats")
                .flatMap(c -> c.find("enc"))
                .filter(e -> e.isList() && e.size() > 0)
                .isPresent();
        if (isCoded) {
            throw model.error(
                    "it codes categories by their names", "train with categories that are numbers, coded beforehand");
        }
    }

    /** Returns the first trees of it. */
    TreeMargin first(int n) {
        return new TreeMargin(trees.subList(0, n), Arrays.copyOf(outputs, n), Arrays.copyOf(weights, n));
    }

    @Override
    public void add(float[] x, int offset, float[] margins) {
        for (int t = 0; t < outputs.length; t++) {
            margins[outputs[t]] += trees.get(t).leaf(x, offset) * weights[t];
        }
    }

    @Override
    public int parameters() {
        return trees.stream().mapToInt(BoostedTree::size).sum();
    }
}
