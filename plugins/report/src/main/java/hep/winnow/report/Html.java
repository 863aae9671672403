package hep.winnow.report;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes HTML; all text and all attributes are escaped. Not safe for several threads. */
final class Html {
    private static final Pattern LOW_OR_HIGH = Pattern.compile("[_^]\\{([^}]*)\\}");

    private final StringBuilder out = new StringBuilder(1 << 16);

    /** Opens an element; {@code attributes} are names and values in turn, and one with an empty value is left out. */
    Html open(String tag, String... attributes) {
        out.append('<').append(tag);
        for (int i = 0; i + 1 < attributes.length; i += 2) {
            if (!attributes[i + 1].isEmpty()) {
                out.append(' ').append(attributes[i]).append("=\"");
                out.append(escaped(attributes[i + 1])).append('"');
            }
        }
        out.append('>');
        return this;
    }

    Html close(String tag) {
        out.append("</").append(tag).append(">\n");
        return this;
    }

    Html text(String text) {
        out.append(escaped(text));
        return this;
    }

    /** Writes an element that holds text alone. */
    Html element(String tag, String text, String... attributes) {
        return open(tag, attributes).text(text).close(tag);
    }

    /** Writes text in which {@code p_{T}} and {@code x^{2}} are set low and high, as figures have it. */
    Html markup(String text) {
        Matcher matcher = LOW_OR_HIGH.matcher(text);
        int from = 0;
        while (matcher.find()) {
            String tag = text.charAt(matcher.start()) == '_' ? "sub" : "sup";
            text(text.substring(from, matcher.start()))
                    .open(tag)
                    .text(matcher.group(1))
                    .raw("</" + tag + ">");
            from = matcher.end();
        }
        return text(text.substring(from));
    }

    /** Writes what is HTML already. */
    Html raw(String markup) {
        out.append(markup);
        return this;
    }

    /**
     * Writes a table.
     *
     * @param caption what it shows
     * @param head titles of the columns
     * @param rows cells; the first of each row is its title
     */
    Html table(String caption, List<String> head, List<List<String>> rows) {
        open("div", "class", "wide").open("table").element("caption", caption);
        open("thead").open("tr");
        for (int i = 0; i < head.size(); i++) {
            element("th", head.get(i), "scope", "col", "class", isNumeric(rows, i) ? "number" : "");
        }
        close("tr").close("thead").open("tbody");
        for (List<String> row : rows) {
            open("tr");
            for (int i = 0; i < row.size(); i++) {
                boolean isTitle = i == 0;
                String cellClass = isNumeric(rows, i) ? "number" : "";
                element(isTitle ? "th" : "td", row.get(i), "scope", isTitle ? "row" : "", "class", cellClass);
            }
            close("tr");
        }
        return close("tbody").close("table").close("div");
    }

    /** Tells whether a column holds numbers, and so is set flush right. */
    private static boolean isNumeric(List<List<String>> rows, int column) {
        boolean isAny = false;
        for (List<String> row : rows) {
            String cell = column < row.size() ? row.get(column) : "";
            if (!cell.isEmpty() && !cell.equals(Rounded.NOTHING)) {
                isAny = true;
                if (!cell.matches("[-−+]?[0-9][0-9.,e×^%±\\s−-]*")) {
                    return false;
                }
            }
        }
        return isAny;
    }

    /** Returns text with the characters replaced that mean something in HTML; control characters, which it may not hold, become spaces. */
    static String escaped(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                case '\n', '\t' -> out.append(c);
                default -> out.append(Character.isISOControl(c) || isLoneSurrogate(text, i) ? ' ' : c);
            }
        }
        return out.toString();
    }

    private static boolean isLoneSurrogate(String text, int i) {
        char c = text.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
        }
        return Character.isLowSurrogate(c) && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
