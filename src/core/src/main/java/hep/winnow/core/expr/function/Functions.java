package hep.winnow.core.expr.function;

import hep.winnow.api.function.EventFunction;
import java.util.List;
import java.util.stream.Stream;

/**
 * All functions that come with the language. Their bits are the same on every machine and JDK: transcendental functions
 * are those of {@link StrictMath}.
 */
public final class Functions {
    private Functions() {}

    /** Returns all of them, by topic. */
    public static List<EventFunction> all() {
        return Stream.<List<? extends EventFunction>>of(
                        ElementaryFunctions.ALL, RoundingFunctions.ALL, ChoosingFunctions.ALL, KinematicFunctions.ALL)
                .<EventFunction>flatMap(List::stream)
                .toList();
    }
}
