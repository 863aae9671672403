package hep.winnow.api.function;

import hep.winnow.api.run.StepContext;
import hep.winnow.api.step.Scope;
import java.util.List;

/**
 * A function over finished samples and models, such as {@code auc(nn, test)}: a record with {@link hep.winnow.api.step.Verb} whose operands are its arguments by
 * position and whose options are its arguments by name. Usable wherever a macro asks for a single number.
 */
public interface Measure {
    /**
     * Returns the scopes that it asks {@link StepContext#sums} for, if it asks for nothing else of events: they are summed while the files are read, and no event is kept. Empty, as it is here, for a
     * measure that needs {@linkplain StepContext#table tables}.
     */
    default List<Scope> summed() {
        return List.of();
    }

    /** Returns the number. */
    double measure(StepContext context);
}
