package hep.winnow.codegen;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Names and texts of a model as source code may have them. */
final class Names {
    private static final Set<String> KEYWORDS = Set.copyOf(List.of(
            ("abstract alignas alignof and and_eq asm assert auto bitand bitor bool boolean break byte case catch char class"
                            + " compl concept const const_cast consteval constexpr constinit continue co_await co_return"
                            + " co_yield decltype default delete do double dynamic_cast else enum explicit export extends"
                            + " extern false final finally float for friend goto if implements import inline instanceof"
                            + " int interface long mutable namespace native new noexcept not not_eq null nullptr operator"
                            + " or or_eq package private protected public register reinterpret_cast requires return short"
                            + " signed sizeof static static_assert static_cast strictfp struct super switch synchronized"
                            + " template this thread_local throw throws transient true try typedef typeid typename union"
                            + " unsigned using var virtual void volatile wchar_t while xor xor_eq yield record sealed"
                            + " permits NAN INFINITY EOF NULL errno main toArray to_array std")
                    .split(" ", -1)));

    private Names() {}

    /** Returns identifiers for names, each its own. */
    static List<String> identifiers(List<String> names) {
        Set<String> taken = new HashSet<>();
        List<String> out = new ArrayList<>();
        for (String name : names) {
            String plain = identifier(name);
            String free = plain;
            for (int k = 2; !taken.add(free); k++) {
                free = plain + "_" + k;
            }
            out.add(free);
        }
        return out;
    }

    /** Returns an identifier that looks like a name. No underscore begins it, and no two of them follow each other: those belong to compilers. */
    static String identifier(String name) {
        String plain = name.replaceAll("[^A-Za-z0-9]+", "_").replaceAll("^_|_$", "");
        if (plain.isEmpty() || Character.isDigit(plain.charAt(0))) {
            plain = "x_" + plain;
        }
        return KEYWORDS.contains(plain) ? plain + "_" : plain;
    }

    /** Tells whether a text is an identifier of both languages. */
    static boolean isIdentifier(String text) {
        return text.matches("[A-Za-z][A-Za-z0-9_]*") && !KEYWORDS.contains(text) && !text.contains("__");
    }

    /** Returns the escape of a byte in a text, which three digits end. */
    static String octal(int value) {
        return "\\" + Integer.toOctalString(0x200 | value & 0xff).substring(1);
    }

    /** Returns a text that may stand in a comment: it ends none, continues no line, and holds no escape. */
    static String comment(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints().forEach(c -> out.append(c < ' ' || c > '~' ? "?" : c == '\\' ? "/" : Character.toString(c)));
        return out.toString().replace("*/", "* /").replace("/*", "/ *");
    }
}
