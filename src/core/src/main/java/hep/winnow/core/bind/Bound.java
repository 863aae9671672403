package hep.winnow.core.bind;

import hep.winnow.api.diagnostic.Span;
import hep.winnow.core.schema.StepSchema;
import java.util.Map;

/**
 * A statement, or the call of a measure, bound to its record.
 *
 * @param schema of the step
 * @param value the record
 * @param span where it stands
 * @param isSound whether nothing was wrong with it; a statement with errors is bound as far as it goes, so that what follows it can be checked too
 */
public record Bound(StepSchema schema, Record value, Span span, boolean isSound) {
    /** Returns its operands and options in effect, defaults included, as text of the macro language: by name, in the order of the record. */
    public Map<String, String> settings() {
        return Settings.of(schema.record(), value);
    }
}
