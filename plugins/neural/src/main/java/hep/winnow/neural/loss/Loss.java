package hep.winnow.neural.loss;

import hep.winnow.api.learn.Task;

/** What training makes small. */
public enum Loss {
    /** -log of the probability of the true class: of a sigmoid output for two classes, of softmax outputs for more. */
    CROSS_ENTROPY,
    /** Mean over the outputs of (output - target)², with targets 0 and 1 for classes. */
    MSE;

    /** Returns the loss of a task for which the macro names none. */
    public static Loss habitOf(Task task) {
        return task == Task.REGRESSION ? MSE : CROSS_ENTROPY;
    }
}
