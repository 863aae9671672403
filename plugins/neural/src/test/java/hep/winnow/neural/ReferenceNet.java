package hep.winnow.neural;

import hep.winnow.api.learn.Examples;
import hep.winnow.api.learn.Task;
import hep.winnow.neural.layer.Activation;
import hep.winnow.neural.layer.Parameters;
import hep.winnow.neural.loss.Head;
import hep.winnow.neural.loss.Loss;

/** The batch loss of a network, written down as plainly as can be, in double precision. Parameters are flat: per layer the weights row by row, then the biases. */
record ReferenceNet(int[] widths, Activation activation, Loss loss, double l1, double l2, Head head) {
    private static final double STEP = 1e-5;

    static double[] flatten(Parameters p) {
        double[] out = new double[p.count()];
        int at = 0;
        for (int l = 0; l < p.layers(); l++) {
            for (int b = 0; b < p.blocks(l).size(); b++) {
                for (float w : p.block(l, b).toArray()) {
                    out[at++] = w;
                }
            }
        }
        return out;
    }

    /** Returns the central difference of the loss in parameter {@code k}. */
    double difference(double[] p, int k, Examples examples) {
        double[] moved = p.clone();
        moved[k] = p[k] + STEP;
        double up = loss(moved, examples);
        moved[k] = p[k] - STEP;
        return (up - loss(moved, examples)) / (2 * STEP);
    }

    private double loss(double[] p, Examples examples) {
        double sum = 0;
        for (int i = 0; i < examples.size(); i++) {
            sum += examples.weight()[i] * eventLoss(p, examples, i);
        }
        double total = sum / examples.size();
        int at = 0;
        for (int l = 0; l < widths.length - 1; l++) {
            for (int k = 0; k < widths[l] * widths[l + 1]; k++) {
                total += l1 * Math.abs(p[at]) + l2 / 2 * p[at] * p[at];
                at++;
            }
            at += widths[l + 1];
        }
        return total;
    }

    private double eventLoss(double[] p, Examples examples, int event) {
        double[] a = new double[widths[0]];
        for (int f = 0; f < a.length; f++) {
            a[f] = examples.x()[event * a.length + f];
        }
        int at = 0;
        for (int l = 0; l < widths.length - 1; l++) {
            double[] z = new double[widths[l + 1]];
            for (int j = 0; j < z.length; j++) {
                z[j] = p[at + widths[l] * z.length + j];
                for (int k = 0; k < widths[l]; k++) {
                    z[j] += a[k] * p[at + k * z.length + j];
                }
                if (l < widths.length - 2) {
                    z[j] = activate(z[j]);
                }
            }
            at += (widths[l] + 1) * z.length;
            a = z;
        }
        return examples.task() == Task.REGRESSION
                ? square(a[0] - (examples.target()[event] - ((Head.Linear) head).mean()) / ((Head.Linear) head).scale())
                : classLoss(a, examples.label()[event]);
    }

    private double classLoss(double[] z, int label) {
        // Two classes with one sum are a softmax over (0, z).
        double[] sums = z.length == 1 ? new double[] {0, z[0]} : z;
        double total = 0;
        for (double s : sums) {
            total += StrictMath.exp(s);
        }
        if (loss instanceof Loss.CrossEntropy) {
            return -StrictMath.log(StrictMath.exp(sums[label]) / total);
        }
        double squares = 0;
        for (int j = 0; j < sums.length; j++) {
            squares += square(StrictMath.exp(sums[j]) / total - (j == label ? 1 : 0));
        }
        return squares / sums.length;
    }

    private static double square(double x) {
        return x * x;
    }

    private double activate(double z) {
        return switch (activation.word()) {
            case "identity" -> z;
            case "sigmoid" -> 1 / (1 + StrictMath.exp(-z));
            case "tanh" -> StrictMath.tanh(z);
            case "relu" -> Math.max(z, 0);
            case "leaky" -> z > 0 ? z : activation.parameter() * z;
            case "elu" -> z > 0 ? z : activation.parameter() * StrictMath.expm1(z);
            case "selu" -> 1.0507009873554805 * (z > 0 ? z : 1.6732632423543772 * StrictMath.expm1(z));
            case "softplus" -> StrictMath.log1p(StrictMath.exp(z));
            case "swish" -> z / (1 + StrictMath.exp(-z));
            default -> throw new IllegalArgumentException(activation.word());
        };
    }
}
