package hep.winnow.imports.xgboost;

import hep.winnow.api.learn.Task;
import hep.winnow.imports.json.JsonValue;

/** What the margin, the sum of all trees, becomes. Functions of floats are those of doubles, rounded: within an ulp of the C library's. */
enum Objective {
    IDENTITY(Task.REGRESSION),
    LOGISTIC(Task.BINARY),
    LOGISTIC_REGRESSION(Task.REGRESSION),
    LOGIT(Task.BINARY),
    HINGE(Task.BINARY),
    EXPONENTIAL(Task.REGRESSION),
    SOFTMAX(Task.MULTICLASS);

    private static final float LARGEST_EXPONENT = 88.7f;
    private static final float NO_ZERO = 1e-16f;
    private static final float NEAREST = 1e-6f;

    private final Task task;

    Objective(Task task) {
        this.task = task;
    }

    static Objective of(JsonValue objective) {
        String name = objective.get("name").text();
        return switch (name) {
            case "reg:squarederror",
                    "reg:linear",
                    "reg:squaredlogerror",
                    "reg:pseudohubererror",
                    "reg:absoluteerror",
                    "reg:quantileerror",
                    "rank:pairwise",
                    "rank:ndcg",
                    "rank:map" -> IDENTITY;
            case "binary:logistic" -> LOGISTIC;
            case "reg:logistic" -> LOGISTIC_REGRESSION;
            case "binary:logitraw" -> LOGIT;
            case "binary:hinge" -> HINGE;
            case "count:poisson", "reg:gamma", "reg:tweedie", "survival:cox" -> EXPONENTIAL;
            case "multi:softprob", "multi:softmax" -> SOFTMAX;
            default ->
                throw objective.error(
                        "the objective " + name + " is not read",
                        "binary:, multi:, reg:, rank: and count: ones are, but not those of one's own");
        };
    }

    Task task() {
        return task;
    }

    /** Returns the margin that a base score stands for. */
    float margin(float baseScore) {
        return switch (this) {
            case LOGISTIC, LOGISTIC_REGRESSION -> {
                float p = Math.min(Math.max(baseScore, NEAREST), 1.0f - NEAREST);
                yield -(float) StrictMath.log(1.0f / p - 1.0f);
            }
            case EXPONENTIAL -> (float) StrictMath.log(baseScore);
            default -> baseScore;
        };
    }

    /** Turns margins into scores, in place. */
    void apply(float[] margins) {
        if (this == SOFTMAX) {
            softmax(margins);
            return;
        }
        for (int k = 0; k < margins.length; k++) {
            margins[k] = one(margins[k]);
        }
    }

    private float one(float margin) {
        return switch (this) {
            case LOGISTIC, LOGISTIC_REGRESSION -> {
                float x = Math.min(-margin, LARGEST_EXPONENT);
                yield 1.0f / ((float) StrictMath.exp(x) + 1.0f + NO_ZERO);
            }
            case HINGE -> margin > 0 ? 1 : 0;
            case EXPONENTIAL -> (float) StrictMath.exp(margin);
            default -> margin;
        };
    }

    private static void softmax(float[] margins) {
        float greatest = margins[0];
        for (float margin : margins) {
            greatest = Math.max(greatest, margin);
        }
        double sum = 0;
        for (int k = 0; k < margins.length; k++) {
            margins[k] = (float) StrictMath.exp(margins[k] - greatest);
            sum += margins[k];
        }
        for (int k = 0; k < margins.length; k++) {
            margins[k] /= (float) sum;
        }
    }
}
