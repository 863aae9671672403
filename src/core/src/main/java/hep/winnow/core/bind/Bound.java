package hep.winnow.core.bind;

import hep.winnow.api.diagnostic.Span;
import hep.winnow.core.schema.StepSchema;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A statement, or the call of a measure, bound to its record.
 *
 * @param schema of the step
 * @param value the record
 * @param settings its operands and options in effect, defaults included, as text of the macro language
 * @param span where it stands
 * @param isSound whether nothing was wrong with it; a statement with errors is bound as far as it goes, so that what follows it can be checked too
 */
public record Bound(StepSchema schema, Record value, Map<String, String> settings, Span span, boolean isSound) {
    public Bound {
        settings = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }
}
