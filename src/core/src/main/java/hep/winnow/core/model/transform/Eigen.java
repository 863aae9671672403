package hep.winnow.core.model.transform;

import java.util.stream.IntStream;

/**
 * Eigenvalues and eigenvectors of a symmetric matrix, by cyclic Jacobi rotations (Golub and Van Loan, Matrix Computations, 8.5): a fixed order of the four basic operations and square roots, so that
 * the bits are the same everywhere. O(n³) a sweep; 6 to 10 sweeps.
 *
 * @param values the eigenvalues, falling
 * @param vectors row k is the eigenvector of value k, of length 1, with a positive largest component
 */
record Eigen(double[] values, double[][] vectors) {
    private static final int MOST_SWEEPS = 30;

    /** Returns the decomposition of {@code matrix} (n x n, symmetric, finite), which is not changed. */
    static Eigen of(double[][] matrix) {
        int n = matrix.length;
        double[][] a = new double[n][];
        double[][] v = new double[n][n];
        for (int i = 0; i < n; i++) {
            a[i] = matrix[i].clone();
            v[i][i] = 1;
        }
        for (int sweep = 0; sweep < MOST_SWEEPS && sweep(a, v); sweep++) {}
        int[] order = IntStream.range(0, n)
                .boxed()
                .sorted((i, j) -> Double.compare(a[j][j], a[i][i]))
                .mapToInt(i -> i)
                .toArray();
        double[] values = new double[n];
        double[][] vectors = new double[n][];
        for (int k = 0; k < n; k++) {
            values[k] = a[order[k]][order[k]];
            vectors[k] = upright(v[order[k]]);
        }
        return new Eigen(values, vectors);
    }

    /** Zeroes each off-diagonal element once; tells whether there was any that mattered. Rows of {@code v} turn along. */
    private static boolean sweep(double[][] a, double[][] v) {
        boolean hasTurned = false;
        for (int p = 0; p < a.length - 1; p++) {
            for (int q = p + 1; q < a.length; q++) {
                double size = Math.sqrt(Math.abs(a[p][p])) * Math.sqrt(Math.abs(a[q][q]));
                if (Math.abs(a[p][q]) > 1e-16 * size && a[p][q] != 0) {
                    turn(a, v, p, q);
                    hasTurned = true;
                }
            }
        }
        return hasTurned;
    }

    private static void turn(double[][] a, double[][] v, int p, int q) {
        double theta = (a[q][q] - a[p][p]) / (2 * a[p][q]);
        double t = Math.abs(theta) > 1e150
                ? 1 / (2 * theta)
                : (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        double c = 1 / Math.sqrt(t * t + 1);
        double s = t * c;
        double shift = t * a[p][q];
        a[p][p] -= shift;
        a[q][q] += shift;
        a[p][q] = 0;
        a[q][p] = 0;
        for (int k = 0; k < a.length; k++) {
            if (k != p && k != q) {
                double x = a[p][k];
                double y = a[q][k];
                a[p][k] = c * x - s * y;
                a[q][k] = s * x + c * y;
                a[k][p] = a[p][k];
                a[k][q] = a[q][k];
            }
            double x = v[p][k];
            double y = v[q][k];
            v[p][k] = c * x - s * y;
            v[q][k] = s * x + c * y;
        }
    }

    /** Returns the vector with the sign that makes its largest component positive. */
    private static double[] upright(double[] vector) {
        int largest = 0;
        for (int k = 1; k < vector.length; k++) {
            largest = Math.abs(vector[k]) > Math.abs(vector[largest]) ? k : largest;
        }
        double sign = vector[largest] < 0 ? -1 : 1;
        double[] out = new double[vector.length];
        for (int k = 0; k < out.length; k++) {
            out[k] = sign * vector[k];
        }
        return out;
    }
}
