package hep.winnow.app.doc;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.app.shell.Installation;
import hep.winnow.app.shell.Paint;
import hep.winnow.app.shell.Prose;
import hep.winnow.core.schema.DefinedVerb;
import java.util.List;
import java.util.Locale;

/** Pages of the manual by name, for whoever shows help. */
public final class Lookup {
    private final Manual manual;
    private final Paint paint;
    private final int columns;

    /**
     * Makes a lookup.
     *
     * @param columns that lines may be wide
     */
    public Lookup(Installation installation, Paint paint, int columns) {
        this.manual = new Manual(installation);
        this.paint = paint;
        this.columns = columns;
    }

    /** Returns all verbs and functions by plugin, with a line on each. */
    public String overview() {
        return new Overview(manual, paint, columns).text();
    }

    /**
     * Returns the pages of what is called so: a verb, a verb and its kind, a function, an option, a code of an error.
     *
     * @throws UserError if there is none
     */
    public String pages(String wanted) {
        return pages(wanted, List.of());
    }

    /**
     * Returns the pages of what is called so, as {@link #pages(String)} does.
     *
     * @param defined verbs that a macro defines, which come first
     */
    public String pages(String wanted, List<DefinedVerb> defined) {
        for (DefinedVerb verb : defined) {
            if (verb.schema().verb().equals(wanted)) {
                return new Page(new Topic.Step(verb.schema()), paint, columns).text();
            }
        }
        String code = wanted.toUpperCase(Locale.ROOT);
        if (CodePages.isCode(code)) {
            return code(code);
        }
        List<String> pages = pages(manual.find(wanted));
        if (pages.isEmpty()) {
            List<Manual.Mention> mentions = manual.mentions(wanted);
            List<Topic> elsewhere =
                    mentions.stream().anyMatch(m -> m.slot().name().equals(wanted))
                            ? List.of()
                            : manual.knownElsewhere(wanted);
            pages = elsewhere.isEmpty()
                    ? mentions.stream()
                            .map(m -> new Page(m.topic(), paint, columns).option(m.slot()))
                            .toList()
                    : pages(elsewhere);
        }
        if (pages.isEmpty()) {
            String help = manual.nearest(wanted)
                    .map(n -> "did you mean '" + n + "'?")
                    .orElse("'winnow doc' lists all there is");
            throw UserError.data("there is no verb, function or option '" + wanted + "'", help);
        }
        return String.join("\n", pages);
    }

    private List<String> pages(List<Topic> topics) {
        return topics.stream().map(t -> new Page(t, paint, columns).text()).toList();
    }

    private String code(String code) {
        CodePages.CodePage page = CodePages.read()
                .find(code)
                .orElseThrow(() -> UserError.data(
                        "there is no error or warning '" + code + "'", "winnow doc --codes tells all of them"));
        StringBuilder out = new StringBuilder();
        String kind = page.isWarning() ? "warning " : "error ";
        out.append(paint.bold(kind + code + ": " + page.meaning())).append("\n\n");
        indented(page.text(), out);
        example("Wrong", page.wrong(), out);
        example("Right", page.right(), out);
        return out.toString();
    }

    private void indented(String text, StringBuilder out) {
        Prose.wrap(text, columns - 2, 0)
                .lines()
                .forEach(l -> out.append("  ").append(l).append('\n'));
    }

    private void example(String title, List<String> lines, StringBuilder out) {
        if (!lines.isEmpty()) {
            out.append('\n').append(paint.bold(title)).append('\n');
            lines.forEach(l -> out.append("  ").append(l).append('\n'));
        }
    }

    /** Returns the names that have a page. */
    public List<String> names() {
        return manual.topics().stream().map(Topic::title).toList();
    }
}
