package hep.winnow.core.macro;

import hep.winnow.api.diagnostic.Diagnostic;
import hep.winnow.api.diagnostic.Span;
import hep.winnow.core.bind.Bound;
import hep.winnow.core.lang.Statement.StepStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a run will have to do, statement by statement, with the place and text of each. */
final class Agenda {
    private final Expander expander;
    private final Resolver resolver;
    private final List<Planned> planned = new ArrayList<>();
    private int number;

    Agenda(Expander expander, Resolver resolver) {
        this.expander = expander;
        this.resolver = resolver;
    }

    /** Goes on to the next statement of the macro. */
    void next() {
        number++;
    }

    /** Returns what was added, in order. */
    List<Planned> planned() {
        return planned;
    }

    /**
     * Adds what is to be done for the statement at hand.
     *
     * @param name that it declares; empty for none
     */
    void add(StepStatement step, String name, Bound bound, Action action) {
        Optional<Frame> frame = expander.calls().frame(step);
        List<Diagnostic.Caller> callers =
                frame.map(f -> f.callers(step.verb().span())).orElse(List.of());
        Span place = callers.isEmpty()
                ? step.span()
                : callers.get(callers.size() - 1).span();
        planned.add(new Planned(
                number,
                place.file(),
                resolver.line(place),
                frame.isEmpty()
                        ? resolver.source(step.span())
                        : expander.spelling().of(step),
                name,
                bound,
                action,
                callers,
                through(step, callers)));
    }

    /** Returns where the bodies of the calls lead on, the outermost first. */
    private List<Planned.Through> through(StepStatement step, List<Diagnostic.Caller> callers) {
        List<Planned.Through> through = new ArrayList<>();
        Span at = step.span();
        for (Diagnostic.Caller caller : callers) {
            through.add(0, new Planned.Through(caller.verb(), at.file(), resolver.line(at)));
            at = caller.span();
        }
        return through;
    }
}
