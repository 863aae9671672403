package hep.winnow.regression;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.learn.Examples;
import hep.winnow.api.learn.TrainingContext;
import hep.winnow.api.run.Workers;
import java.util.Arrays;
import java.util.List;

/**
 * Weighted least squares with an intercept: minimises Σ w (y − b − β·x)² / Σ w + l2 |β|², weights of any sign, by the normal equations of the centred
 * inputs, (S + l2) β = c with S their weighted covariance and c that with y.
 *
 * <p>Standard errors are those of the sandwich, which holds for weighted events and for residuals of any spread: with z = (1, x − x̄) and A the normal matrix,
 * A⁻¹ [Σ w² r² z zᵀ / (Σ w)²] A⁻¹ n/(n − p − 1) (White, Econometrica 48, 1980).
 */
final class LeastSquares {
    private LeastSquares() {}

    static LinearModel fit(String learner, Examples train, double l2, TrainingContext context) {
        Workers workers = context.workers();
        int p = train.features();
        int n = train.size();
        double[] sumW = Moments.sumW(train, workers);
        if (!(sumW[0] > 0)) {
            throw UserError.data(
                    "the training weights sum to " + CoefficientTable.number(sumW[0]) + ", expected a positive sum",
                    "use negw=ignore or negw=abs in this training");
        }
        double[] mean = Moments.means(train, sumW, workers)[0];
        double[] normal = Moments.covariance(train, sumW, new double[][] {mean}, workers);
        double targetMean = targetMean(train, sumW[0], workers);
        for (int f = 0; f < p; f++) {
            normal[f * p + f] += l2;
        }
        Symmetric solver = Symmetric.ofCovariance(normal, new double[][] {mean}, context.inputs());
        double[] beta = solver.solve(withTarget(train, mean, targetMean, sumW[0], workers));
        double[] coefficients = Arrays.copyOf(beta, p + 1);
        coefficients[p] = targetMean - Discriminant.dot(beta, mean);
        double[] residuals = residualSums(train, mean, targetMean, beta, workers);
        double[] errors = errors(residuals, solver, mean, sumW[0], n);
        double meanSquare = residuals[(p + 1) * (p + 1)] / sumW[0];
        double variance = residuals[(p + 1) * (p + 1) + 1] / sumW[0];
        List<String> notes = List.of(
                learner + " regression of " + n + " events" + (l2 > 0 ? ", l2 = " + CoefficientTable.number(l2) : ""),
                "R^2 on train: " + CoefficientTable.number(1 - meanSquare / variance),
                "standard deviation of the residuals on train: "
                        + CoefficientTable.number(Math.sqrt(Math.max(0, meanSquare))));
        return new LinearModel(learner, Link.IDENTITY, 1, 0.5, coefficients, errors, notes);
    }

    private static double targetMean(Examples train, double sumW, Workers workers) {
        return Shards.sum(train, 1, workers, (sum, part, from, to) -> {
                    for (int i = from; i < to; i++) {
                        sum[0] += part.weight()[i] * part.target()[i];
                    }
                })[0]
                / sumW;
    }

    /** Returns Σ w (x − x̄)(y − ȳ) / Σ w. */
    private static double[] withTarget(Examples train, double[] mean, double targetMean, double sumW, Workers workers) {
        int p = mean.length;
        double[] sums = Shards.sum(train, p, workers, (sum, part, from, to) -> {
            for (int i = from; i < to; i++) {
                double wy = part.weight()[i] * (part.target()[i] - targetMean);
                for (int f = 0; f < p; f++) {
                    sum[f] += wy * (part.x()[i * p + f] - mean[f]);
                }
            }
        });
        for (int f = 0; f < p; f++) {
            sums[f] /= sumW;
        }
        return sums;
    }

    /** Returns Σ w² r² z zᵀ (upper triangle), then Σ w r² and Σ w (y − ȳ)². */
    private static double[] residualSums(
            Examples train, double[] mean, double targetMean, double[] beta, Workers workers) {
        int p = mean.length;
        int m = p + 1;
        return Shards.sum(train, m * m + 2, workers, (sum, part, from, to) -> {
            double[] z = new double[m];
            z[p] = 1;
            for (int i = from; i < to; i++) {
                double y = part.target()[i] - targetMean;
                double residual = y;
                for (int f = 0; f < p; f++) {
                    z[f] = part.x()[i * p + f] - mean[f];
                    residual -= beta[f] * z[f];
                }
                double w = part.weight()[i];
                Moments.addSquare(sum, z, w * w * residual * residual);
                sum[m * m] += w * residual * residual;
                sum[m * m + 1] += w * y * y;
            }
        });
    }

    private static double[] errors(double[] residuals, Symmetric solver, double[] mean, double sumW, int n) {
        int p = mean.length;
        int m = p + 1;
        double[] middle = Arrays.copyOf(residuals, m * m);
        Moments.mirror(middle, m);
        double[] inner = solver.inverse();
        double[] inverse = new double[m * m];
        inverse[m * m - 1] = 1;
        for (int f = 0; f < p; f++) {
            System.arraycopy(inner, f * p, inverse, f * m, p);
        }
        double[] covariance = Symmetric.product(Symmetric.product(inverse, middle, m), inverse, m);
        double scale = (double) n / Math.max(1, n - m) / (sumW * sumW);
        double[] errors = new double[m];
        double intercept = 0;
        for (int f = 0; f < m; f++) {
            errors[f] = Math.sqrt(Math.max(0, covariance[f * m + f] * scale));
            for (int g = 0; g < m; g++) {
                // The intercept is what the centred one, number p, gives less the means times the coefficients.
                double vf = f == p ? 1 : -mean[f];
                double vg = g == p ? 1 : -mean[g];
                intercept += vf * vg * covariance[f * m + g];
            }
        }
        errors[p] = Math.sqrt(Math.max(0, intercept * scale));
        return errors;
    }
}
