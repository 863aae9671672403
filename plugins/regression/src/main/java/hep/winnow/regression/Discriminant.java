package hep.winnow.regression;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.learn.Examples;
import hep.winnow.api.learn.TrainingContext;

/**
 * What linear discriminants are made of: weighted class means and the weighted covariance within the classes, pooled.
 *
 * @param sumW sum of training weights per class
 * @param means per class
 * @param covariance decomposition of Σ w (x − μ_c)(x − μ_c)ᵀ / Σ w
 */
record Discriminant(double[] sumW, double[][] means, Symmetric covariance) {
    static Discriminant of(Examples train, TrainingContext context) {
        double[] sumW = Moments.sumW(train, context.workers());
        for (int c = 0; c < sumW.length; c++) {
            if (!(sumW[c] > 0)) {
                throw UserError.data(
                        "the training weights of class " + c + " sum to " + CoefficientTable.number(sumW[c])
                                + ", expected a positive sum",
                        "use more events, or negw=ignore or negw=abs in this training");
            }
        }
        double[][] means = Moments.means(train, sumW, context.workers());
        double[] covariance = Moments.covariance(train, sumW, means, context.workers());
        return new Discriminant(sumW, means, Symmetric.ofCovariance(covariance, means, context.inputs()));
    }

    /** Returns S⁻¹ (μ_1 − μ_0), the direction that parts two classes. */
    double[] direction() {
        return covariance.solve(difference());
    }

    /** Returns μ_1 − μ_0. */
    double[] difference() {
        double[] out = new double[means[0].length];
        for (int f = 0; f < out.length; f++) {
            out[f] = means[1][f] - means[0][f];
        }
        return out;
    }

    /** Returns the distance of two class means in standard deviations along the direction that parts them: √((μ_1 − μ_0)ᵀ S⁻¹ (μ_1 − μ_0)). */
    double distance() {
        return Math.sqrt(Math.max(0, dot(difference(), direction())));
    }

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
