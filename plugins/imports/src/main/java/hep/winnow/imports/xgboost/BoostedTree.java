package hep.winnow.imports.xgboost;

import hep.winnow.imports.json.JsonValue;
import java.util.Arrays;

/** A tree of XGBoost: floats less than a threshold go to the left, and so do categories that are not of a set; what is missing goes its default way. */
final class BoostedTree {
    private static final int MOST_NODES = 1 << 28;
    /** From here on floats cannot tell categories apart. */
    private static final float NO_CATEGORY = 16777216f;

    private final int[] left;
    private final int[] right;
    private final int[] feature;
    private final float[] condition;
    private final boolean[] isDefaultLeft;
    /** Sorted categories that go to the right; empty for a node without. */
    private final int[][] categories;

    private BoostedTree(JsonValue tree, int n, int features) {
        this.left = tree.get("left_children").integers(n, -1, n - 1L);
        this.right = tree.get("right_children").integers(n, -1, n - 1L);
        this.feature = tree.get("split_indices").integers(n, 0, Integer.MAX_VALUE);
        this.condition = tree.get("split_conditions").anyFloats(n);
        int[] ways = tree.get("default_left").integers(n, 0, 1);
        this.isDefaultLeft = new boolean[n];
        for (int i = 0; i < n; i++) {
            isDefaultLeft[i] = ways[i] == 1;
        }
        this.categories = categories(tree, n);
        check(tree, features);
    }

    /** Reads a tree over a number of features. */
    static BoostedTree of(JsonValue tree, int features) {
        JsonValue parameters = tree.get("tree_param");
        int n = parameters.get("num_nodes").integer(1, MOST_NODES);
        boolean isVector = parameters.find("size_leaf_vector").isPresent()
                && parameters.get("size_leaf_vector").integer(0, MOST_NODES) > 1;
        if (isVector) {
            throw tree.error("its leaves are vectors (multi_strategy=multi_output_tree)", "train one tree per target");
        }
        return new BoostedTree(tree, n, features);
    }

    private static int[][] categories(JsonValue tree, int n) {
        int[][] sets = new int[n][];
        if (tree.find("split_type").isEmpty()) {
            return sets;
        }
        int[] types = tree.get("split_type").integers(n, 0, 1);
        int count = (int) Arrays.stream(types).filter(t -> t == 1).count();
        if (count == 0) {
            return sets;
        }
        int[] all = tree.get("categories").integers(tree.get("categories").size(), 0, (long) NO_CATEGORY);
        int[] nodes = tree.get("categories_nodes").integers(count, 0, n - 1L);
        int[] begins = tree.get("categories_segments").integers(count, 0, all.length);
        int[] sizes = tree.get("categories_sizes").integers(count, 0, all.length);
        for (int c = 0; c < count; c++) {
            boolean isFine = types[nodes[c]] == 1 && sets[nodes[c]] == null && begins[c] + sizes[c] <= all.length;
            if (!isFine) {
                throw tree.error("the categories of node " + nodes[c] + " cannot be found", "the file is damaged");
            }
            sets[nodes[c]] = Arrays.copyOfRange(all, begins[c], begins[c] + sizes[c]);
            Arrays.sort(sets[nodes[c]]);
        }
        return sets;
    }

    /** Every node must be reached once at most, so that no way through the tree is endless. */
    private void check(JsonValue tree, int features) {
        boolean[] isSeen = new boolean[left.length];
        isSeen[0] = true;
        for (int i = 0; i < left.length; i++) {
            if (categories[i] == null && !Float.isFinite(condition[i])) {
                throw tree.error("the condition of node " + i + " is " + condition[i], "the file is damaged");
            }
            if (left[i] == -1) {
                continue;
            }
            boolean isFine = right[i] != -1 && feature[i] < features && !isSeen[left[i]];
            isSeen[left[i]] = true;
            isFine &= right[i] != -1 && !isSeen[right[i]];
            if (!isFine) {
                throw tree.error("node " + i + " does not lead on to two others by a feature", "the file is damaged");
            }
            isSeen[right[i]] = true;
        }
    }

    /** Returns the leaf that an event comes to; NaN is missing. */
    float leaf(float[] event, int offset) {
        int node = 0;
        while (left[node] != -1) {
            float x = event[offset + feature[node]];
            boolean isLeft;
            if (Float.isNaN(x)) {
                isLeft = isDefaultLeft[node];
            } else if (categories[node] != null) {
                boolean isNone = x < 0 || x >= NO_CATEGORY;
                isLeft = isNone || Arrays.binarySearch(categories[node], (int) x) < 0;
            } else {
                isLeft = x < condition[node];
            }
            node = isLeft ? left[node] : right[node];
        }
        return condition[node];
    }

    int size() {
        return left.length;
    }
}
