package hep.winnow.core.lookup;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.core.lookup.Key.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Arranges the rows of a table as a tree of bins, and finds overlaps and gaps between them. */
final class TreeBuilder {
    private static final int MOST_GAPS = 5;

    private final List<KeyColumns> keys;
    private final boolean isLinear;
    private final List<String> gaps = new ArrayList<>();
    private int gapCount;
    private int[] order = new int[0];

    TreeBuilder(List<KeyColumns> keys, boolean isLinear) {
        this.keys = keys;
        this.isLinear = isLinear;
    }

    /** Returns the row of the file that each row of the tree is. */
    int[] order() {
        return order;
    }

    /** Returns the gaps between bins, in words; of many of them the first few and how many there are. */
    List<String> gaps() {
        List<String> out = new ArrayList<>(gaps);
        if (gapCount > MOST_GAPS) {
            out.add("and " + (gapCount - MOST_GAPS) + " more");
        }
        return out;
    }

    /** One level, while it is built. */
    private static final class Level {
        private final List<Integer> begin = new ArrayList<>();
        private final List<double[]> bins = new ArrayList<>();
        private final List<int[]> next = new ArrayList<>();

        double[] column(int i) {
            return bins.stream().mapToDouble(b -> b[i]).toArray();
        }
    }

    KeyTree build(int rows) {
        int depth = keys.size();
        int[][] begin = new int[depth][];
        double[][][] edges = new double[3][depth][];
        boolean[] isExact = new boolean[depth];
        int[] all = new int[rows];
        Arrays.setAll(all, i -> i);
        List<int[]> nodes = List.of(all);
        for (int k = 0; k < depth; k++) {
            Level level = new Level();
            for (int[] node : nodes) {
                level.begin.add(level.bins.size());
                add(keys.get(k), node, k + 1 == depth, level);
            }
            level.begin.add(level.bins.size());
            begin[k] = level.begin.stream().mapToInt(i -> i).toArray();
            for (int i = 0; i < 3; i++) {
                edges[i][k] = level.column(i);
            }
            isExact[k] = keys.get(k).key().kind().isExact();
            requireGrid(k, begin[k], edges, nodes);
            nodes = level.next;
        }
        order = nodes.stream().mapToInt(n -> n[0]).toArray();
        return new KeyTree(begin, edges[0], edges[1], edges[2], isExact);
    }

    /** Adds the bins of one node. */
    private void add(KeyColumns key, int[] rows, boolean isLast, Level level) {
        List<int[]> groups = groups(key, rows);
        if (isLast) {
            groups.stream().filter(g -> g.length > 1).findFirst().ifPresent(g -> {
                throw UserError.data(
                        "rows " + (g[0] + 1) + " and " + (g[1] + 1) + " of the table have the same keys: " + text(g[0]),
                        "keep one of them, or name the key that tells them apart");
            });
        }
        for (int g = 0; g < groups.size(); g++) {
            int row = groups.get(g)[0];
            if (key.key().kind() == Kind.BIN && g > 0) {
                compare(key, groups.get(g - 1)[0], row);
            }
            level.bins.add(bin(key, groups, g));
            level.next.add(groups.get(g));
        }
    }

    /** Returns the rows of equal bins together, in the order of the bins. */
    private static List<int[]> groups(KeyColumns key, int[] rows) {
        Integer[] sorted = Arrays.stream(rows).boxed().toArray(Integer[]::new);
        Arrays.sort(
                sorted,
                Comparator.comparingDouble((Integer r) -> key.low()[r] + 0.0)
                        .thenComparingDouble(r -> key.high()[r] + 0.0)
                        .thenComparingInt(r -> r));
        List<int[]> groups = new ArrayList<>();
        for (int from = 0; from < sorted.length; ) {
            int first = sorted[from];
            int to = from;
            while (to < sorted.length
                    && key.low()[sorted[to]] == key.low()[first]
                    && key.high()[sorted[to]] == key.high()[first]) {
                to++;
            }
            groups.add(Arrays.stream(sorted, from, to).mapToInt(r -> r).toArray());
            from = to;
        }
        return groups;
    }

    private void compare(KeyColumns key, int before, int row) {
        if (key.low()[row] < key.high()[before]) {
            throw UserError.data(
                    "rows " + (before + 1) + " and " + (row + 1) + " of the table overlap: " + text(before) + ", and "
                            + text(row),
                    "bins of " + key.key().name()
                            + " may depend on the keys before it in keys=[…], and must not overlap otherwise");
        }
        if (key.low()[row] > key.high()[before]) {
            gapCount++;
            String gap = "no " + key.key().name() + " from " + key.key().text(key.high()[before]) + " to "
                    + key.key().text(key.low()[row]) + ", between rows " + (before + 1) + " and " + (row + 1);
            if (isLinear) {
                throw UserError.data("the table has a gap: " + gap, "one interpolates between bins that touch");
            }
            if (gaps.size() < MOST_GAPS) {
                gaps.add(gap);
            }
        }
    }

    private String text(int row) {
        return String.join(", ", keys.stream().map(k -> k.text(row)).toList());
    }

    /** Returns low edge, high edge and centre of a bin; a nearest point has those that lie nearer to it than to another one. */
    private double[] bin(KeyColumns key, List<int[]> groups, int g) {
        double x = key.low()[groups.get(g)[0]];
        if (key.key().kind() == Kind.BIN) {
            double high = key.high()[groups.get(g)[0]];
            return new double[] {x, high, x + (high - x) / 2};
        }
        if (key.key().kind().isExact()) {
            return new double[] {x, x, x};
        }
        if (isLinear) {
            double next = g + 1 < groups.size() ? key.low()[groups.get(g + 1)[0]] : Math.nextUp(x);
            return new double[] {x, next, x};
        }
        if (groups.size() == 1) {
            throw UserError.data(
                    "row " + (groups.get(0)[0] + 1) + " is the only one of its "
                            + key.key().name() + ", and a single point does not tell how far it reaches",
                    "give the edges of its bin as " + key.key().name() + "_low and "
                            + key.key().name() + "_high");
        }
        double before = g > 0 ? key.low()[groups.get(g - 1)[0]] : x - (key.low()[groups.get(1)[0]] - x);
        double behind =
                g + 1 < groups.size() ? key.low()[groups.get(g + 1)[0]] : x + (x - key.low()[groups.get(g - 1)[0]]);
        return new double[] {before + (x - before) / 2, x + (behind - x) / 2, x};
    }

    /** One interpolates in a grid: below bins of a key, the bins of the next are the same. */
    private void requireGrid(int level, int[] begin, double[][][] edges, List<int[]> nodes) {
        if (!isLinear) {
            return;
        }
        for (double centre : edges[2][level]) {
            if (Double.isInfinite(centre) || Double.isNaN(centre)) {
                throw UserError.data(
                        "a bin of " + keys.get(level).key().name() + " has no end, and so no centre",
                        "one interpolates between centres of bins");
            }
        }
        for (int n = 1; n < nodes.size(); n++) {
            boolean isSame = Arrays.equals(edges[0][level], begin[0], begin[1], edges[0][level], begin[n], begin[n + 1])
                    && Arrays.equals(edges[1][level], begin[0], begin[1], edges[1][level], begin[n], begin[n + 1]);
            if (!isSame) {
                throw UserError.data(
                        "the table is no grid: there are other bins of "
                                + keys.get(level).key().name() + " at row " + (nodes.get(n)[0] + 1) + " ("
                                + text(nodes.get(n)[0]) + ") than at row " + (nodes.get(0)[0] + 1) + " ("
                                + text(nodes.get(0)[0]) + ")",
                        "interpolation=linear needs a row for each combination of bins");
            }
        }
    }
}
