package hep.winnow.core.macro;

import hep.winnow.api.diagnostic.Diagnostic;
import hep.winnow.api.diagnostic.Severity;
import hep.winnow.api.diagnostic.Span;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What a check has found so far, in the order in which it was found; errors are counted apart from warnings. */
final class Findings extends AbstractList<Diagnostic> {
    private final List<Diagnostic> found = new ArrayList<>();
    private Optional<Frame> frame = Optional.empty();
    private Function<Span, Optional<Frame>> frames = place -> Optional.empty();
    private int errors;

    /** Sets how the call is found in whose body a place was reached, where none is being carried out. */
    void locate(Function<Span, Optional<Frame>> finder) {
        this.frames = finder;
    }

    /** Sets the call in whose body what comes next is found; returns the one before. */
    Optional<Frame> within(Optional<Frame> call) {
        Optional<Frame> before = frame;
        frame = call;
        return before;
    }

    @Override
    public boolean add(Diagnostic diagnostic) {
        errors += diagnostic.severity() == Severity.ERROR ? 1 : 0;
        Optional<Frame> around = frame.or(() -> frames.apply(diagnostic.span()));
        return found.add(around.map(f -> diagnostic.calledBy(f.callers(diagnostic.span())))
                .orElse(diagnostic));
    }

    @Override
    public Diagnostic get(int index) {
        return found.get(index);
    }

    @Override
    public int size() {
        return found.size();
    }

    /** Returns how many errors there are. */
    int errors() {
        return errors;
    }
}
