package hep.winnow.core.macro;

import hep.winnow.api.diagnostic.Diagnostic;
import hep.winnow.api.diagnostic.Span;
import hep.winnow.core.lang.Expr;
import hep.winnow.core.lang.Statement.StepStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A call of a verb that is written in the language, while its body is carried out. Compared by identity.
 */
final class Frame {
    private final @Nullable Frame parent;
    private final Definition definition;
    private final StepStatement call;
    private final String label;
    private final Map<String, Expr> arguments;

    /**
     * Makes a frame.
     *
     * @param parent the call in whose body this one stands
     * @param definition of the verb
     * @param call the statement
     * @param label stands before the names that the body declares for itself
     * @param arguments by parameter
     */
    Frame(
            Optional<Frame> parent,
            Definition definition,
            StepStatement call,
            String label,
            Map<String, Expr> arguments) {
        this.parent = parent.orElse(null);
        this.definition = definition;
        this.call = call;
        this.label = label;
        this.arguments = Map.copyOf(arguments);
    }

    String label() {
        return label;
    }

    /** Returns the verb that is called. */
    String verb() {
        return call.verb().text();
    }

    /** Returns where the call stands. */
    Span place() {
        return call.span();
    }

    Optional<Frame> parent() {
        return Optional.ofNullable(parent);
    }

    /** Returns how many calls stand around the body, this one included. */
    int depth() {
        int depth = 0;
        for (Frame frame = this; frame != null; frame = frame.parent) {
            depth++;
        }
        return depth;
    }

    /** Returns the calls that lead to a place in the body, the innermost first; where a parameter stands there, the call's own value of it. */
    List<Diagnostic.Caller> callers(Span place) {
        List<Diagnostic.Caller> all = new ArrayList<>();
        Span at = place;
        for (Frame frame = this; frame != null; frame = frame.parent) {
            Span from = frame.argument(at).orElse(frame.call.span());
            all.add(new Diagnostic.Caller(frame.verb(), from));
            at = from;
        }
        return all;
    }

    /** Returns where the value of the parameter at a place was given; empty where none stands, or its default holds. */
    private Optional<Span> argument(Span place) {
        Optional<Expr> given = Optional.ofNullable(arguments.get(definition.textAt(place)));
        return given.map(Expr::span)
                .filter(s -> s.file().equals(call.span().file())
                        && s.start() >= call.span().start()
                        && s.end() <= call.span().end());
    }
}
