package hep.winnow.core.assist;

/**
 * Something that can stand at the cursor.
 *
 * @param text to put in
 * @param kind what it is
 * @param detail on the same line: a type, a default, a usage; may be empty
 * @param doc in one or more sentences; may be empty
 */
public record Completion(String text, Kind kind, String detail, String doc) {
    /** What a completion is; in the order in which they are offered. */
    public enum Kind {
        VERB,
        CONTROL,
        OPTION,
        KEYWORD,
        WORD,
        SAMPLE,
        REGION,
        PART,
        MODEL,
        COLUMN,
        DEFINE,
        PARAM,
        RESULT,
        FIELD,
        FUNCTION,
        UNIT,
        FILE
    }
}
