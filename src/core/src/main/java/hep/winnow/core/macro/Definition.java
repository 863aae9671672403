package hep.winnow.core.macro;

import hep.winnow.api.diagnostic.Span;
import hep.winnow.core.lang.Expr;
import hep.winnow.core.schema.DefinedVerb;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A verb that is written in the language, with what its body sees.
 *
 * @param verb its statement and schema
 * @param scope params and lets that stand above it, by name
 * @param text of the file that it is defined in
 */
record Definition(DefinedVerb verb, Map<String, Expr> scope, String text) {
    Definition {
        scope = Collections.unmodifiableMap(new LinkedHashMap<>(scope));
    }

    /** Returns what is written at a place of its file; empty for a place that is not in its body. */
    String textAt(Span place) {
        Span whole = verb.statement().span();
        boolean isWithin =
                place.file().equals(whole.file()) && place.start() >= whole.start() && place.end() <= whole.end();
        return isWithin && place.end() <= text.length() ? text.substring(place.start(), place.end()) : "";
    }
}
