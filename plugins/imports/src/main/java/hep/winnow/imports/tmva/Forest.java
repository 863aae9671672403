package hep.winnow.imports.tmva;

import hep.winnow.imports.xml.XmlElement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Boosted trees of TMVA's BDT. */
final class Forest implements Response {
    private static final int MOST_TREES = 10_000_000;

    /** How trees make a score. */
    private enum Vote {
        /** The mean of the trees, with their weights. */
        MEAN,
        /** 2/(1 + e^(-2 sum)) - 1. */
        GRADIENT,
        /** Of each class its own trees, in turn: their sums' softmax, as floats. */
        SOFTMAX,
        /** A constant and the sum of the trees. */
        SUM,
        /** The mean of the middle third, by weight, of the trees' values (AdaBoost.R2). */
        MEDIAN
    }

    private final List<Tree> trees;
    private final double[] weights;
    private final Vote vote;
    private final Preselection preselection;
    private final int outputs;

    private Forest(List<Tree> trees, double[] weights, Vote vote, Preselection preselection, int outputs) {
        this.trees = List.copyOf(trees);
        this.weights = weights;
        this.vote = vote;
        this.preselection = preselection;
        this.outputs = outputs;
    }

    /** Reads the weights. */
    static Forest of(Setup setup, int outputs, Precision precision) {
        XmlElement element = setup.root().child("Weights");
        Vote vote = vote(setup);
        if (vote != Vote.SOFTMAX && outputs != 1) {
            throw element.error("a BDT predicts one target, the file names " + outputs, "the file is damaged");
        }
        int n = element.integer("NTrees", 1, MOST_TREES);
        String kind = element.has("TreeType") ? "TreeType" : "AnalysisType";
        Tree.Leaf leaf = leaf(setup, vote, element.integer(kind, 0, 2));
        List<XmlElement> all = element.children();
        if (all.size() != n) {
            throw element.error("it holds " + all.size() + " trees of " + n, "the file is damaged");
        }
        List<Tree> trees = new ArrayList<>();
        double[] weights = new double[n];
        for (int t = 0; t < n; t++) {
            XmlElement tree = all.get(t);
            if (tree.has("itree")) {
                tree.integer("itree", t, t);
            }
            if (tree.attributeIfAny("type")
                    .filter(x -> !x.equals("DecisionTree"))
                    .isPresent()) {
                throw tree.error("a tree of type '" + tree.attribute("type") + "' is not known", "");
            }
            // The class prints its first weight before it comes down to six digits.
            boolean isWhole = t == 0 && precision == Precision.CLASS;
            weights[t] = isWhole ? tree.real("boostWeight") : precision.inTree(tree.real("boostWeight"));
            trees.add(Tree.of(tree, setup.variables().size(), leaf, precision));
        }
        return new Forest(trees, weights, vote, Preselection.of(setup), outputs);
    }

    private static Vote vote(Setup setup) {
        Setup.Analysis analysis = setup.analysis();
        boolean isRegression = analysis == Setup.Analysis.REGRESSION;
        String type = setup.option("BoostType", isRegression ? "AdaBoostR2" : "AdaBoost");
        boolean isGradient = type.equals("Grad");
        boolean isKnown = List.of("AdaBoost", "RealAdaBoost", "AdaCost", "Bagging", "RegBoost", "AdaBoostR2", "Grad")
                .contains(type);
        if (!isKnown || analysis == Setup.Analysis.MULTICLASS && !isGradient) {
            throw setup.root()
                    .child("Options")
                    .error(
                            "the BoostType '" + type + "' is not known for "
                                    + analysis.name().toLowerCase(Locale.ROOT),
                            "");
        }
        return switch (analysis) {
            case CLASSIFICATION -> isGradient ? Vote.GRADIENT : Vote.MEAN;
            case MULTICLASS -> Vote.SOFTMAX;
            case REGRESSION -> isGradient ? Vote.SUM : type.equals("AdaBoostR2") ? Vote.MEDIAN : Vote.MEAN;
        };
    }

    /** Trees of a regression, such as those of a gradient boost, have responses; others are asked for their type or their purity. */
    private static Tree.Leaf leaf(Setup setup, Vote vote, int kindOfTrees) {
        if (kindOfTrees == 1) {
            return Tree.Leaf.RESPONSE;
        }
        boolean asksForType = vote == Vote.MEAN && setup.analysis() == Setup.Analysis.CLASSIFICATION;
        return asksForType && setup.isSet("UseYesNoLeaf", true) ? Tree.Leaf.TYPE : Tree.Leaf.PURITY;
    }

    @Override
    public int outputs() {
        return outputs;
    }

    @Override
    public void score(double[] event, double[] out) {
        switch (vote) {
            case MEAN -> out[0] = preselection.or(event, () -> mean(event));
            case GRADIENT ->
                out[0] = preselection.or(event, () -> 2.0 / (1.0 + StrictMath.exp(-2.0 * sum(event, 0, 1))) - 1);
            case SUM -> out[0] = sum(event, 0, 1) + weights[0];
            case MEDIAN -> out[0] = median(event);
            case SOFTMAX -> {
                for (int k = 0; k < outputs; k++) {
                    out[k] = sum(event, k, outputs);
                }
                Softmax.apply(out);
            }
        }
    }

    private double mean(double[] event) {
        double sum = 0;
        double norm = 0;
        for (int t = 0; t < weights.length; t++) {
            sum += weights[t] * trees.get(t).value(event);
            norm += weights[t];
        }
        return norm > Math.ulp(1.0) ? sum / norm : 0;
    }

    private double sum(double[] event, int first, int step) {
        double sum = 0;
        for (int t = first; t < weights.length; t += step) {
            sum += trees.get(t).value(event);
        }
        return sum;
    }

    private double median(double[] event) {
        int n = weights.length;
        double[] values = new double[n];
        double total = 0;
        for (int t = 0; t < n; t++) {
            values[t] = trees.get(t).value(event);
            total += weights[t];
        }
        int[] order = IntStream.range(0, n)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(t -> values[t]).thenComparingDouble(t -> weights[t]))
                .mapToInt(Integer::intValue)
                .toArray();
        int middle = 0;
        double weight = 0;
        while (weight <= total / 2. && middle < n) {
            weight += weights[order[middle++]];
        }
        int sixth = n / 6;
        int from = Math.max(0, (int) (middle - sixth - 0.5));
        int to = Math.min(n, (int) (middle + sixth + 0.5));
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += values[order[i]];
        }
        return sum / (to - from);
    }

    @Override
    public int parameters() {
        return trees.stream().mapToInt(Tree::size).sum();
    }

    @Override
    public double threshold() {
        return outputs == 1 ? 0 : 0.5;
    }
}
