package hep.winnow.api.step;

import hep.winnow.api.event.EventTable;
import hep.winnow.api.run.StepContext;
import java.util.List;
import java.util.Optional;

/**
 * A step that sees each event of its scope once, in a pass that it shares with other steps. Events come in blocks of fixed size; parts
 * are merged in the order of the blocks, so that the result has the same bits for any number of threads.
 *
 * @param <P> what is gathered from a block, and merged
 */
public non-sealed interface EventStep<P> extends Step {
    /** Returns the scopes that it looks at; most steps have one. */
    List<Scope> scopes();

    /** Returns the expressions that it wants evaluated. */
    List<EventExpression> columns();

    /** Returns the expressions that it wants evaluated in one scope, by its index: a part of {@link #columns()}, in any order. All of them, if the step does not say. */
    default List<EventExpression> columns(int scope) {
        return columns();
    }

    /** Returns what one block holds, with the columns of {@link #columns(int)}. Called on several threads at once: it must not change shared state. Blocks may be empty. */
    P collect(int scope, EventTable block);

    /**
     * Returns where the parts of a run go as they come; {@link #merge} and {@link #finish} are not called then. Empty, as it is here, for a step whose parts are merged. Called once per run,
     * before the first block.
     */
    default Optional<EventSink<P>> sink(StepContext context) {
        return Optional.empty();
    }

    /**
     * Returns how parts are kept in a file, so that those of many files of events can be gathered by many processes and be merged later: what {@code winnow batch} asks for. A step that has a form
     * is handed the weights as its files have them, and {@link PartForm#scaled} takes its result to cross-section and luminosity, once, when all is merged. Empty, as it is here, for a step that
     * needs all events in one process; it is handed the physical weights.
     */
    default Optional<PartForm<P>> form() {
        return Optional.empty();
    }

    /** Returns both together; {@code first} comes before {@code second}, and may be changed and returned. */
    P merge(P first, P second);

    /** Called once per run, with the result of each scope in the order of {@link #scopes()}. */
    void finish(List<P> results, StepContext context);
}
