package hep.winnow.regression;

import hep.winnow.api.learn.Examples;
import hep.winnow.api.run.Workers;

/**
 * The mean cross-entropy of a logistic model, its gradient and its curvature, over weighted examples: f(θ) = Σ_i w_i [ln Σ_k exp(η_ik) − η_i,y(i)] / Σ w + penalty,
 * with η_0 = 0 and η_k = θ_k·(x, 1) for the other classes.
 *
 * <p>The penalty is l2/2 times the sum of squares of the coefficients; for more than two classes of the coefficients less their mean over the classes, so that no class
 * is special. The intercepts are free.
 */
final class LogisticObjective {
    private final Examples examples;
    private final double l2;
    private final Workers workers;
    private final double sumW;
    private final int rows;
    private final int columns;

    LogisticObjective(Examples examples, double sumW, double l2, Workers workers) {
        this.examples = examples;
        this.sumW = sumW;
        this.l2 = l2;
        this.workers = workers;
        this.rows = examples.classes() - 1;
        this.columns = examples.features() + 1;
    }

    /** What one pass over the examples gives. */
    static final class Value {
        /** The objective. */
        double loss;

        /** Its gradient. */
        final double[] gradient;

        /** Its matrix of second derivatives, row by row; empty if not asked for. */
        final double[] curvature;

        /** Whether each event of positive weight has its greatest sum in its class. */
        boolean isSeparated = true;

        private Value(int size, boolean hasCurvature) {
            gradient = new double[size];
            curvature = new double[hasCurvature ? size * size : 0];
        }

        private void add(Value other) {
            loss += other.loss;
            isSeparated &= other.isSeparated;
            for (int i = 0; i < gradient.length; i++) {
                gradient[i] += other.gradient[i];
            }
            for (int i = 0; i < curvature.length; i++) {
                curvature[i] += other.curvature[i];
            }
        }
    }

    /** Returns the number of parameters: (classes − 1) x (features + 1). */
    int size() {
        return rows * columns;
    }

    /** Returns objective, gradient and, if asked for, curvature. */
    Value at(double[] theta, boolean hasCurvature) {
        Value value = Shards.sum(
                examples,
                workers,
                () -> new Value(size(), hasCurvature),
                (sum, part, from, to) -> {
                    Event event = new Event();
                    for (int i = from; i < to; i++) {
                        event.evaluate(part, i, theta);
                        event.addTo(sum, hasCurvature);
                    }
                },
                Value::add);
        value.loss /= sumW;
        for (int i = 0; i < value.gradient.length; i++) {
            value.gradient[i] /= sumW;
        }
        Moments.mirror(value.curvature, hasCurvature ? size() : 0);
        for (int i = 0; i < value.curvature.length; i++) {
            value.curvature[i] /= sumW;
        }
        addPenalty(value, theta);
        return value;
    }

    /** Returns Σ w² g gᵀ / (Σ w)², where g is the gradient of one event: the covariance of the gradient. */
    double[] gradientCovariance(double[] theta) {
        int m = size();
        double[] sums = Shards.sum(examples, m * m, workers, (sum, part, from, to) -> {
            Event event = new Event();
            double[] g = new double[m];
            for (int i = from; i < to; i++) {
                event.evaluate(part, i, theta);
                for (int k = 0; k < rows; k++) {
                    for (int f = 0; f < columns; f++) {
                        g[k * columns + f] = event.slope[k] * event.x[f];
                    }
                }
                Moments.addSquare(sum, g, event.weight * event.weight);
            }
        });
        Moments.mirror(sums, m);
        for (int i = 0; i < sums.length; i++) {
            sums[i] /= sumW * sumW;
        }
        return sums;
    }

    private void addPenalty(Value value, double[] theta) {
        if (l2 == 0) {
            return;
        }
        double share = rows == 1 ? 0 : 1.0 / (rows + 1);
        int m = size();
        for (int f = 0; f < columns - 1; f++) {
            double sum = 0;
            for (int k = 0; k < rows; k++) {
                sum += theta[k * columns + f];
            }
            for (int k = 0; k < rows; k++) {
                int at = k * columns + f;
                double slope = l2 * (theta[at] - share * sum);
                value.loss += slope * theta[at] / 2;
                value.gradient[at] += slope;
                for (int l = 0; l < rows && value.curvature.length > 0; l++) {
                    value.curvature[at * m + l * columns + f] += l2 * ((k == l ? 1 : 0) - share);
                }
            }
        }
    }

    /** One event at a time; the arrays are reused. */
    private final class Event {
        final double[] x = new double[columns];
        final double[] eta = new double[rows + 1];

        /** p_k less 1 for the class of the event, of all classes but the first. */
        final double[] slope = new double[rows];

        double weight;
        private double loss;
        private boolean isRight;

        void evaluate(Examples part, int i, double[] theta) {
            for (int f = 0; f < columns - 1; f++) {
                x[f] = part.x()[i * (columns - 1) + f];
            }
            x[columns - 1] = 1;
            weight = part.weight()[i];
            int label = part.label()[i];
            eta[0] = 0;
            for (int k = 0; k < rows; k++) {
                double sum = 0;
                for (int f = 0; f < columns; f++) {
                    sum = Math.fma(theta[k * columns + f], x[f], sum);
                }
                eta[k + 1] = sum;
            }
            double own = eta[label];
            isRight = true;
            for (int k = 0; k <= rows; k++) {
                isRight &= k == label || eta[k] < own;
            }
            loss = Link.softmax(eta) - own;
            for (int k = 0; k < rows; k++) {
                slope[k] = eta[k + 1] - (label == k + 1 ? 1 : 0);
            }
        }

        /** Adds the event; of the curvature only the upper triangle. */
        void addTo(Value sum, boolean hasCurvature) {
            sum.loss += weight * loss;
            sum.isSeparated &= isRight || weight <= 0;
            int m = size();
            for (int k = 0; k < rows; k++) {
                double s = weight * slope[k];
                for (int f = 0; f < columns; f++) {
                    sum.gradient[k * columns + f] += s * x[f];
                }
                for (int l = k; l < rows && hasCurvature; l++) {
                    double c = weight * eta[k + 1] * ((k == l ? 1 : 0) - eta[l + 1]);
                    for (int f = 0; f < columns; f++) {
                        double cx = c * x[f];
                        int row = (k * columns + f) * m + l * columns;
                        for (int g = k == l ? f : 0; g < columns; g++) {
                            sum.curvature[row + g] += cx * x[g];
                        }
                    }
                }
            }
        }
    }
}
