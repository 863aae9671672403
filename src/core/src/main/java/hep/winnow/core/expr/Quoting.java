package hep.winnow.core.expr;

import hep.winnow.api.diagnostic.UserError;
import java.util.Set;
import java.util.regex.Pattern;

/** Writes names and strings as the language spells them. */
public final class Quoting {
    private static final Pattern IDENTIFIER = Pattern.compile("[\\p{L}_][\\p{L}\\p{Nd}_]*");
    private static final Set<String> WORDS =
            Set.of("and", "or", "not", "true", "false", "from", "on", "in", "to", "vs", "into", "extends");

    private Quoting() {}

    /**
     * Returns a column's name, in backquotes if it is no identifier, a word of the language, or the name of a unit.
     *
     * @throws UserError if it has a backquote or a line break in it, which cannot be written
     */
    public static String name(String name) {
        boolean isPlain = IDENTIFIER.matcher(name).matches()
                && !WORDS.contains(name)
                && Units.value(name).isEmpty();
        if (isPlain) {
            return name;
        }
        if (name.isBlank() || name.indexOf('`') >= 0 || name.indexOf('\n') >= 0 || name.indexOf('\r') >= 0) {
            throw UserError.macro(
                    "the name \"" + name
                            + "\" cannot be written in a macro: it is empty, or has a backquote or line break in it",
                    "rename the column where it is read");
        }
        return "`" + name + "`";
    }

    /** Returns a string in quotes. */
    public static String string(String text) {
        String escaped = text.replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("\n", "\\n")
                .replace("\t", "\\t");
        return '"' + escaped + '"';
    }
}
