package hep.winnow.regression;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.learn.Examples;
import hep.winnow.api.learn.TrainingContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Fits logistic regressions and tells what is odd about them. Standard errors are those of the sandwich, which holds for weighted events of any sign: with H the curvature of the mean
 * loss and g the gradient of one event, H⁻¹ [Σ w² g gᵀ / (Σ w)²] H⁻¹ (White, Econometrica 50, 1982).
 */
final class LogisticFit {
    /** A coefficient of a scaled input beyond this with an error as large is no measurement. */
    private static final double LARGE = 10;

    private LogisticFit() {}

    static LinearModel of(Logistic step, Examples train, TrainingContext context) {
        double[] sumW = Moments.sumW(train, context.workers());
        double total = 0;
        for (double w : sumW) {
            total += w;
        }
        if (!(total > 0)) {
            throw UserError.data(
                    "the training weights sum to " + CoefficientTable.number(total) + ", expected a positive sum",
                    "use negw=ignore or negw=abs in this training");
        }
        if (step.l2() == 0) {
            checkInputs(train, sumW, total, context);
        }
        boolean hasNegative = Moments.hasNegative(train, context.workers());
        LogisticObjective objective = new LogisticObjective(train, total, step.l2(), context.workers());
        Newton.Result fit = Newton.minimise(objective, step.tolerance(), step.l2() == 0, context);
        double[] covariance = covariance(objective, fit, hasNegative);
        warn(step, fit, train.size(), hasNegative, context);
        return model(step, train, fit, covariance);
    }

    /** Throws where inputs are constant or collinear: without a penalty their coefficients are not determined. */
    private static void checkInputs(Examples train, double[] sumW, double total, TrainingContext context) {
        double[] mean = overall(Moments.means(train, sumW, context.workers()), sumW, total);
        double[][] means = new double[sumW.length][];
        Arrays.fill(means, mean);
        double[] covariance = Moments.covariance(train, new double[] {total}, means, context.workers());
        Symmetric.ofCovariance(covariance, new double[][] {mean}, context.inputs());
    }

    private static double[] overall(double[][] means, double[] sumW, double total) {
        double[] out = new double[means[0].length];
        for (int c = 0; c < means.length; c++) {
            for (int f = 0; f < out.length && sumW[c] != 0; f++) {
                out[f] += means[c][f] * sumW[c] / total;
            }
        }
        return out;
    }

    /** Returns the covariance of the parameters; empty where it cannot be told. */
    private static double[] covariance(LogisticObjective objective, Newton.Result fit, boolean hasNegative) {
        if (fit.end() == Newton.End.SEPARATED) {
            return new double[0];
        }
        boolean isFarOff = fit.end() == Newton.End.STUCK && fit.slope() > 1e-6;
        Optional<Symmetric> curvature = Symmetric.of(fit.value().curvature, objective.size());
        if (hasNegative && (isFarOff || curvature.isEmpty())) {
            throw UserError.data(
                    "negative weights outweigh the others: the loss has no minimum",
                    "use more events, or negw=ignore or negw=abs in this training, or l2=1e-3");
        }
        return curvature
                .map(c -> c.sandwich(objective.gradientCovariance(fit.theta())))
                .orElse(new double[0]);
    }

    private static void warn(
            Logistic step, Newton.Result fit, int events, boolean hasNegative, TrainingContext context) {
        if (fit.end() == Newton.End.SEPARATED) {
            context.warn("'" + step.name()
                    + "' separates the train events perfectly: its coefficients have no finite best value, and the fit was stopped at"
                    + " a mean loss of " + CoefficientTable.number(fit.value().loss)
                    + "; l2=1e-3 makes them finite");
            return;
        }
        int m = fit.theta().length;
        for (int i = 0; i < m; i++) {
            double error = Math.sqrt(inverse(fit, i, m) / events);
            if (Math.abs(fit.theta()[i]) > LARGE && error > Math.abs(fit.theta()[i]) && !hasNegative) {
                context.warn("'" + step.name()
                        + "' separates a part of the train events perfectly: some coefficients have no finite best value; l2=1e-3"
                        + " makes them finite");
                return;
            }
        }
        if (fit.end() == Newton.End.STUCK && fit.slope() > 1e3 * step.tolerance()) {
            context.warn("the fit of '" + step.name() + "' stopped after " + fit.iterations()
                    + " iterations with a gradient of " + CoefficientTable.number(fit.slope()) + ", above tolerance="
                    + CoefficientTable.number(step.tolerance()));
        }
    }

    /** Returns the variance of parameter {@code i} times the number of events, as the flatness of the loss has it. */
    private static double inverse(Newton.Result fit, int i, int m) {
        double[] unit = new double[m];
        unit[i] = 1;
        return Symmetric.of(fit.value().curvature, m).map(s -> s.solve(unit)[i]).orElse(Double.POSITIVE_INFINITY);
    }

    private static LinearModel model(Logistic step, Examples train, Newton.Result fit, double[] covariance) {
        int columns = train.features() + 1;
        int rows = train.classes() - 1;
        int m = rows * columns;
        List<String> notes = new ArrayList<>();
        notes.add("logistic regression of " + train.size() + " events"
                + (step.l2() > 0 ? ", l2 = " + CoefficientTable.number(step.l2()) : ""));
        notes.add("mean loss on train: " + CoefficientTable.number(fit.value().loss) + " after " + fit.iterations()
                + " iterations");
        if (rows == 1) {
            double[] errors = new double[covariance.length == 0 ? 0 : m];
            for (int i = 0; i < errors.length; i++) {
                errors[i] = Math.sqrt(Math.max(0, covariance[i * m + i]));
            }
            return new LinearModel("logistic", Link.PROBABILITY, 1, 0.5, fit.theta(), errors, notes);
        }
        return ofClasses(fit.theta(), covariance, rows, columns, notes);
    }

    /** Returns the model of several classes, whose coefficients sum to zero over the classes: each is less the mean, a linear map of the fitted ones. */
    private static LinearModel ofClasses(
            double[] theta, double[] covariance, int rows, int columns, List<String> notes) {
        int m = theta.length;
        double[] coefficients = new double[(rows + 1) * columns];
        double[] errors = new double[covariance.length == 0 ? 0 : coefficients.length];
        for (int at = 0; at < coefficients.length; at++) {
            int c = at / columns;
            int f = at % columns;
            double variance = 0;
            for (int k = 0; k < rows; k++) {
                double a = (c == k + 1 ? 1 : 0) - 1.0 / (rows + 1);
                coefficients[at] += a * theta[k * columns + f];
                for (int l = 0; l < rows && errors.length > 0; l++) {
                    double b = (c == l + 1 ? 1 : 0) - 1.0 / (rows + 1);
                    variance += a * b * covariance[(k * columns + f) * m + l * columns + f];
                }
            }
            if (errors.length > 0) {
                errors[at] = Math.sqrt(Math.max(0, variance));
            }
        }
        return new LinearModel("logistic", Link.PROBABILITY, rows + 1, 0.5, coefficients, errors, notes);
    }
}
