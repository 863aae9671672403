package hep.winnow.core.macro;

import hep.winnow.api.diagnostic.Diagnostic;
import hep.winnow.core.bind.Bound;
import java.util.List;

/**
 * A statement that the run carries out.
 *
 * @param number position among all statements of the macro
 * @param file name of the file that it stands in; of a statement in the body of a {@code def}, that of the call
 * @param line where it, or the call, stands, from 1
 * @param source its text; in the body of a {@code def} with the values of the call put in
 * @param name that it declares; may be empty
 * @param bound its record and settings
 * @param action what it does
 * @param callers the calls in whose bodies it stands, the innermost first
 * @param through where the bodies of these calls lead on, the outermost first
 */
public record Planned(
        int number,
        String file,
        int line,
        String source,
        String name,
        Bound bound,
        Action action,
        List<Diagnostic.Caller> callers,
        List<Through> through) {
    /**
     * A place in the body of a {@code def}: a call of another, or the statement itself.
     *
     * @param verb that the def defines
     * @param file that it stands in
     * @param line of that file, from 1
     */
    public record Through(String verb, String file, int line) {}

    public Planned {
        callers = List.copyOf(callers);
        through = List.copyOf(through);
    }
}
