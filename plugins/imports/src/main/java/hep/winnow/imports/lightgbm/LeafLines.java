package hep.winnow.imports.lightgbm;

import java.util.Arrays;

/** Linear functions in the leaves of a tree (linear_tree); where one of their inputs is missing, the leaf's value stands. */
final class LeafLines {
    /** Leaves without functions. */
    static final LeafLines NONE = new LeafLines(new double[0], new int[0][], new double[0][]);

    private final double[] constants;
    private final int[][] features;
    private final double[][] coefficients;

    private LeafLines(double[] constants, int[][] features, double[][] coefficients) {
        this.constants = constants;
        this.features = features;
        this.coefficients = coefficients;
    }

    static LeafLines of(Section tree, int leaves, int inputs) {
        int[] counts = tree.integers("num_features", leaves, 0, inputs);
        int all = Math.toIntExact(Arrays.stream(counts).asLongStream().sum());
        int[] features = tree.integers("leaf_features", all, 0, inputs - 1L);
        double[] coefficients = tree.reals("leaf_coeff", all);
        int[][] featuresOf = new int[leaves][];
        double[][] coefficientsOf = new double[leaves][];
        int from = 0;
        for (int i = 0; i < leaves; i++) {
            featuresOf[i] = Arrays.copyOfRange(features, from, from + counts[i]);
            coefficientsOf[i] = Arrays.copyOfRange(coefficients, from, from + counts[i]);
            from += counts[i];
        }
        return new LeafLines(tree.reals("leaf_const", leaves), featuresOf, coefficientsOf);
    }

    /** Returns what a leaf comes to. */
    double value(int leaf, double[] x, int offset, double otherwise) {
        if (constants.length == 0) {
            return otherwise;
        }
        double sum = constants[leaf];
        for (int i = 0; i < features[leaf].length; i++) {
            double value = x[offset + features[leaf][i]];
            if (Double.isNaN(value)) {
                return otherwise;
            }
            sum += coefficients[leaf][i] * value;
        }
        return sum;
    }
}
