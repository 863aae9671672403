package hep.winnow.imports.lightgbm;

/** A tree of LightGBM: values up to a threshold go to the left, and so do categories of a set. Children below 0 are leaves: -1 is the first. */
final class LeafwiseTree {
    private static final int MOST_LEAVES = 1 << 26;
    private static final int CATEGORICAL = 1;
    private static final int DEFAULT_LEFT = 2;
    private static final int MISSING = 2;
    private static final int ZERO = 1;
    private static final int NAN = 2;
    private static final int WORD = 32;
    /** What counts as zero. */
    private static final double TINY = 1e-35f;

    private final double[] leaves;
    private final int[] left;
    private final int[] right;
    private final int[] feature;
    private final double[] threshold;
    private final int[] decision;
    private final int[] boundaries;
    private final int[] words;
    private final LeafLines lines;

    private LeafwiseTree(Section tree, int features) {
        int n = tree.integer("num_leaves", 1, MOST_LEAVES);
        this.leaves = tree.reals("leaf_value", n);
        int inner = n - 1;
        boolean isLeaf = inner == 0;
        this.left = isLeaf ? new int[0] : tree.integers("left_child", inner, -n, inner - 1L);
        this.right = isLeaf ? new int[0] : tree.integers("right_child", inner, -n, inner - 1L);
        this.feature = isLeaf ? new int[0] : tree.integers("split_feature", inner, 0, features - 1L);
        this.threshold = isLeaf ? new double[0] : tree.reals("threshold", inner);
        this.decision =
                isLeaf || !tree.has("decision_type") ? new int[inner] : tree.integers("decision_type", inner, 0, 127);
        int sets = tree.integer("num_cat", 0, MOST_LEAVES);
        this.boundaries = sets == 0 ? new int[1] : tree.integers("cat_boundaries", sets + 1, 0, Integer.MAX_VALUE);
        int length = boundaries[boundaries.length - 1];
        this.words = sets == 0 ? new int[0] : tree.integers("cat_threshold", length, 0, 0xffffffffL);
        boolean isLinear = tree.has("is_linear") && tree.integer("is_linear", 0, 1) == 1;
        this.lines = isLinear ? LeafLines.of(tree, n, features) : LeafLines.NONE;
        check(tree, sets);
    }

    static LeafwiseTree of(Section tree, int features) {
        return new LeafwiseTree(tree, features);
    }

    /** Every node is reached once at most, so that no way is endless, and every set of categories is there. */
    private void check(Section tree, int sets) {
        boolean[] isSeen = new boolean[Math.max(1, left.length)];
        isSeen[0] = true;
        for (int i = 0; i < left.length; i++) {
            for (int child : new int[] {left[i], right[i]}) {
                if (child >= 0 && isSeen[child]) {
                    throw tree.error("two ways lead to node " + child, "the file is damaged");
                }
                if (child >= 0) {
                    isSeen[child] = true;
                }
            }
            boolean isCategorical = (decision[i] & CATEGORICAL) != 0;
            boolean isSet = threshold[i] == Math.rint(threshold[i]) && threshold[i] >= 0 && threshold[i] < sets;
            if (isCategorical && !isSet) {
                throw tree.error("node " + i + " has no set of categories", "the file is damaged");
            }
            if ((decision[i] >> MISSING & 3) == 3) {
                throw tree.error("the decision_type " + decision[i] + " is not known", "the file is damaged");
            }
        }
        for (int s = 0; s < sets; s++) {
            if (boundaries[s] > boundaries[s + 1] || boundaries[0] != 0) {
                throw tree.error("cat_boundaries do not rise from 0", "the file is damaged");
            }
        }
    }

    /** Returns what the leaf says that an event comes to. */
    double value(double[] x, int offset) {
        int node = left.length == 0 ? -1 : 0;
        while (node >= 0) {
            double value = x[offset + feature[node]];
            boolean isLeft = (decision[node] & CATEGORICAL) != 0 ? isOf(node, value) : isBelow(node, value);
            node = isLeft ? left[node] : right[node];
        }
        return lines.value(~node, x, offset, leaves[~node]);
    }

    private boolean isBelow(int node, double x) {
        int missing = decision[node] >> MISSING & 3;
        double value = Double.isNaN(x) && missing != NAN ? 0 : x;
        boolean isMissing = missing == ZERO && Math.abs(value) <= TINY || missing == NAN && Double.isNaN(value);
        return isMissing ? (decision[node] & DEFAULT_LEFT) != 0 : value <= threshold[node];
    }

    private boolean isOf(int node, double x) {
        if (!(x > -1) || x > Integer.MAX_VALUE) {
            return false;
        }
        int set = (int) threshold[node];
        int category = (int) x;
        int word = category / WORD;
        boolean isThere = word < boundaries[set + 1] - boundaries[set];
        return isThere && (words[boundaries[set] + word] >>> category % WORD & 1) == 1;
    }

    int size() {
        return left.length + leaves.length;
    }
}
