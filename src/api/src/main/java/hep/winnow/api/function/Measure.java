package hep.winnow.api.function;

import hep.winnow.api.run.StepContext;

/**
 * A function over finished samples and models, such as {@code auc(nn, test)}: a record with {@link hep.winnow.api.step.Verb} whose operands are its arguments by
 * position and whose options are its arguments by name. Usable wherever a macro asks for a single number.
 */
public interface Measure {
    /** Returns the number. */
    double measure(StepContext context);
}
