package hep.winnow.core.lang;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Counts how often names stand in texts, also as {@code {name}} in strings; in comments they do not count. */
public final class Mentions {
    private static final Pattern HOLE = Pattern.compile("\\{(\\w+)\\}");

    private final Map<String, Integer> counts = new HashMap<>();

    /** Makes a count of no text. */
    public Mentions() {}

    /** Counts what stands in a text. */
    public void add(String text) {
        for (Token token : Lexer.lex(text, new Problems(""))) {
            if (token.is(TokenKind.NAME) || token.is(TokenKind.QUOTED_NAME)) {
                count(token.text());
            } else if (token.is(TokenKind.STRING) && token.text().indexOf('{') >= 0) {
                Matcher hole = HOLE.matcher(token.text());
                while (hole.find()) {
                    count(hole.group(1));
                }
            }
        }
    }

    private void count(String name) {
        counts.merge(name, 1, Integer::sum);
    }

    /** Returns how often a name was mentioned. */
    public int of(String name) {
        return counts.getOrDefault(name, 0);
    }
}
