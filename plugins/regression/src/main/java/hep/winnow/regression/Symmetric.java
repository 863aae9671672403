package hep.winnow.regression;

import hep.winnow.api.diagnostic.UserError;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.decomposition.chol.CholeskyDecompositionInner_DDRM;
import org.ejml.dense.row.linsol.chol.LinearSolverChol_DDRM;

/** Symmetric, positive definite systems of equations, by Cholesky's decomposition on one thread. */
final class Symmetric {
    /** What is left of an input's variance when others are known, below which it counts as one of them: floats cannot tell more. */
    private static final double COLLINEAR = 1e-10;

    /** Relative variance of equal numbers after rounding. */
    private static final double ROUNDING = 1e-20;

    private final LinearSolverChol_DDRM solver;
    private final int size;

    private Symmetric(LinearSolverChol_DDRM solver, int size) {
        this.solver = solver;
        this.size = size;
    }

    /** Returns the decomposition of a matrix, given row by row; empty if it is not positive definite. */
    static Optional<Symmetric> of(double[] matrix, int size) {
        LinearSolverChol_DDRM solver = new LinearSolverChol_DDRM(new CholeskyDecompositionInner_DDRM(true));
        DMatrixRMaj a = new DMatrixRMaj(size, size, true, matrix.clone());
        return solver.setA(a) ? Optional.of(new Symmetric(solver, size)) : Optional.empty();
    }

    /**
     * Returns the decomposition of a covariance matrix, or throws an error that names the inputs which are to blame.
     *
     * @param matrix row by row
     * @param means of the inputs, per class: what rounding can do to a variance goes by them
     * @param names of its inputs
     */
    static Symmetric ofCovariance(double[] matrix, double[][] means, List<String> names) {
        int p = names.size();
        for (int f = 0; f < p; f++) {
            double variance = matrix[f * p + f];
            double rounding = 0;
            for (double[] mean : means) {
                rounding = Math.max(rounding, ROUNDING * mean[f] * mean[f]);
            }
            if (Math.abs(variance) <= rounding) {
                throw UserError.data(
                        "input '" + names.get(f) + "' is constant on the train events"
                                + (means.length > 1 ? " of each class" : ""),
                        "take it out of vars=");
            }
            if (!(variance > 0)) {
                throw negative(names.get(f));
            }
        }
        checkCollinear(matrix, names);
        return of(matrix, p).orElseThrow(() -> negative(String.join(", ", names)));
    }

    /** Throws if an input follows from those before it: what is left of its variance when these are known comes step by step from the decomposition of the correlations. */
    private static void checkCollinear(double[] matrix, List<String> names) {
        int p = names.size();
        double[][] lower = new double[p][p];
        for (int f = 0; f < p; f++) {
            for (int g = 0; g <= f; g++) {
                double sum = matrix[f * p + g] / Math.sqrt(matrix[f * p + f]) / Math.sqrt(matrix[g * p + g]);
                for (int k = 0; k < g; k++) {
                    sum -= lower[f][k] * lower[g][k];
                }
                if (g < f) {
                    lower[f][g] = sum / lower[g][g];
                } else if (Math.abs(sum) < COLLINEAR) {
                    throw UserError.data(
                            "input '" + names.get(f) + "' follows from " + partners(lower, f, names)
                                    + " on the train events: the inputs are collinear",
                            "take one of them out of vars=, or give the learner l2= where it has one");
                } else if (sum < 0) {
                    throw negative(names.get(f));
                } else {
                    lower[f][f] = Math.sqrt(sum);
                }
            }
        }
    }

    /** Returns the inputs that input {@code f} is a sum of: L' a = row f of L, by substitution from below. */
    private static String partners(double[][] lower, int f, List<String> names) {
        double[] a = new double[f];
        List<String> partners = new ArrayList<>();
        for (int g = f - 1; g >= 0; g--) {
            double sum = lower[f][g];
            for (int k = g + 1; k < f; k++) {
                sum -= lower[k][g] * a[k];
            }
            a[g] = sum / lower[g][g];
        }
        for (int g = 0; g < f; g++) {
            if (Math.abs(a[g]) > 1e-3) {
                partners.add("'" + names.get(g) + "'");
            }
        }
        return partners.isEmpty() ? "the others" : String.join(", ", partners);
    }

    private static UserError negative(String inputs) {
        return UserError.data(
                "negative weights outweigh the others: the weighted variance of " + inputs + " is not positive",
                "use more events, or negw=ignore or negw=abs in this training");
    }

    /** Returns the solution of A x = b. */
    double[] solve(double[] b) {
        DMatrixRMaj x = new DMatrixRMaj(size, 1);
        solver.solve(new DMatrixRMaj(size, 1, true, b.clone()), x);
        return x.getData().clone();
    }

    /** Returns the inverse, row by row. */
    double[] inverse() {
        DMatrixRMaj inverse = new DMatrixRMaj(size, size);
        solver.invert(inverse);
        return inverse.getData().clone();
    }

    /** Returns A⁻¹ B A⁻¹ for a symmetric B, row by row: the covariance of an estimate with curvature A whose gradient has the covariance B. */
    double[] sandwich(double[] b) {
        double[] inverse = inverse();
        return product(product(inverse, b, size), inverse, size);
    }

    static double[] product(double[] a, double[] b, int n) {
        double[] out = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < n; k++) {
                double aik = a[i * n + k];
                for (int j = 0; j < n; j++) {
                    out[i * n + j] += aik * b[k * n + j];
                }
            }
        }
        return out;
    }
}
