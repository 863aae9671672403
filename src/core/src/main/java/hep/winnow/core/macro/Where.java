package hep.winnow.core.macro;

import hep.winnow.core.lang.Expr;
import hep.winnow.core.lang.Statement;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Surroundings in which statements are carried out.
 *
 * @param scope what names stand for
 * @param chain files that include each other, the macro first
 * @param frame the call whose body it is; empty outside of bodies
 * @param sink where the steps go
 */
record Where(Map<String, Expr> scope, List<Path> chain, Optional<Frame> frame, List<Statement> sink) {
    Where with(Map<String, Expr> other) {
        return new Where(other, chain, frame, sink);
    }

    Where and(Path path) {
        List<Path> longer = new ArrayList<>(chain);
        longer.add(path);
        return new Where(scope, longer, frame, sink);
    }

    /** Returns the surroundings of the body of a call. */
    Where within(Frame call, Map<String, Expr> inner) {
        return new Where(inner, chain, Optional.of(call), sink);
    }

    Where into(List<Statement> other) {
        return new Where(scope, chain, frame, other);
    }
}
