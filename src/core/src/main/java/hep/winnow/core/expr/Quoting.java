package hep.winnow.core.expr;

import hep.winnow.api.diagnostic.UserError;
import java.util.Set;
import java.util.regex.Pattern;

/** Writes names and strings as the language spells them. */
public final class Quoting {
    /** Braces in a string that are not as they are: the param of a {@code name} stands there, or, for double ones, the {@code text} between them in single ones. */
    public static final Pattern HOLE =
            Pattern.compile("\\{\\{(?<text>[^{}]*)\\}\\}|\\{(?<name>[A-Za-z_][A-Za-z_0-9]*)\\}");

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

    /** Returns a string in quotes, of which a macro takes each character as it is: it puts no param in for a name in braces. */
    public static String verbatim(String text) {
        return string(HOLE.matcher(text).replaceAll("{$0}"));
    }

    /** Returns a string in quotes; names in braces stay holes for params. */
    public static String string(String text) {
        String escaped = text.replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("\n", "\\n")
                .replace("\r", "\\r")
                .replace("\t", "\\t");
        return '"' + escaped + '"';
    }
}
