package hep.winnow.imports.lightgbm;

import hep.winnow.api.learn.Task;
import java.util.Optional;

/**
 * What sums of trees become, by the objective.
 *
 * @param kind how
 * @param sigmoid steepness of the logistic function
 * @param task what the model does
 */
record Output(Kind kind, double sigmoid, Task task) {
    /** Functions of a sum. */
    enum Kind {
        IDENTITY,
        SIGMOID,
        SOFTMAX,
        EXPONENTIAL,
        SQUARE,
        SOFTPLUS
    }

    /** Reads {@code objective=binary sigmoid:1}; a model without it gives its sums. */
    static Output of(Section head) {
        String text = head.find("objective").orElse("");
        String[] words = text.strip().split(" +", -1);
        double sigmoid = parameter(words, "sigmoid").map(s -> number(head, s)).orElse(1.0);
        return switch (words[0]) {
            case "binary" -> new Output(Kind.SIGMOID, sigmoid, Task.BINARY);
            case "multiclass" -> new Output(Kind.SOFTMAX, 1, Task.MULTICLASS);
            case "multiclassova" -> new Output(Kind.SIGMOID, sigmoid, Task.MULTICLASS);
            case "cross_entropy" -> new Output(Kind.SIGMOID, 1, Task.REGRESSION);
            case "cross_entropy_lambda" -> new Output(Kind.SOFTPLUS, 1, Task.REGRESSION);
            case "poisson", "gamma", "tweedie" -> new Output(Kind.EXPONENTIAL, 1, Task.REGRESSION);
            case "regression", "regression_l2" ->
                new Output(text.contains(" sqrt") ? Kind.SQUARE : Kind.IDENTITY, 1, Task.REGRESSION);
            case "regression_l1", "huber", "fair", "quantile", "mape", "lambdarank", "rank_xendcg", "custom", "" ->
                new Output(Kind.IDENTITY, 1, Task.REGRESSION);
            default -> throw head.error("the objective '" + text + "' is not read", "");
        };
    }

    private static Optional<String> parameter(String[] words, String name) {
        for (String word : words) {
            if (word.startsWith(name + ":")) {
                return Optional.of(word.substring(name.length() + 1));
            }
        }
        return Optional.empty();
    }

    private static double number(Section head, String text) {
        double value = text.matches("[0-9]+\\.?[0-9]*([eE][+-]?[0-9]+)?") ? Double.parseDouble(text) : 0;
        if (!(value > 0)) {
            throw head.error("sigmoid is '" + text + "', expected a number above 0", "the file is damaged");
        }
        return value;
    }

    /** Turns sums into scores, in place. */
    void apply(double[] sums) {
        if (kind == Kind.SOFTMAX) {
            softmax(sums);
            return;
        }
        for (int k = 0; k < sums.length; k++) {
            double x = sums[k];
            sums[k] = switch (kind) {
                case SIGMOID -> 1.0 / (1.0 + StrictMath.exp(-sigmoid * x));
                case EXPONENTIAL -> StrictMath.exp(x);
                case SQUARE -> Math.signum(x) * x * x;
                case SOFTPLUS -> StrictMath.log1p(StrictMath.exp(x));
                default -> x;
            };
        }
    }

    private static void softmax(double[] sums) {
        double greatest = sums[0];
        for (double sum : sums) {
            greatest = Math.max(greatest, sum);
        }
        double all = 0;
        for (int k = 0; k < sums.length; k++) {
            sums[k] = StrictMath.exp(sums[k] - greatest);
            all += sums[k];
        }
        for (int k = 0; k < sums.length; k++) {
            sums[k] /= all;
        }
    }
}
