package hep.winnow.report;

import hep.winnow.api.figure.Figure;
import hep.winnow.api.figure.Sheet;
import hep.winnow.api.run.StepContext;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A drawn sheet that can be put into a page.
 *
 * @param sheet what it shows
 * @param svg an SVG document; empty if there is none
 * @param png the bytes of a PNG; empty if there is none
 */
record Picture(Sheet sheet, String svg, byte[] png) {
    /** A tag with its attributes; quotes may hold anything. */
    private static final Pattern TAG = Pattern.compile("<[a-zA-Z](?:[^>\"']|\"[^\"]*\"|'[^']*')*>");

    private static final Pattern ID = Pattern.compile("(\\s(?:id|aria-labelledby)\\s*=\\s*[\"']|url\\(#|href=[\"']#)");

    /** Returns a sheet as it can be drawn in this run, SVG first. */
    static Picture of(Sheet sheet, StepContext context) {
        Optional<byte[]> svg = context.render(sheet, "svg");
        Optional<byte[]> png = svg.isPresent() ? Optional.empty() : context.render(sheet, "png");
        return new Picture(
                sheet, svg.map(b -> new String(b, StandardCharsets.UTF_8)).orElse(""), png.orElse(new byte[0]));
    }

    /** Returns what the sheet is called: its title, the titles of its panels, or what their axes show. */
    String name() {
        return title().replaceAll("[_^]\\{([^}]*)\\}", "$1");
    }

    /** Returns the name with its sub- and superscripts in braces, as figures have them. */
    private String title() {
        if (!sheet.title().isBlank()) {
            return sheet.title();
        }
        List<String> titles = sheet.panels().stream()
                .map(Picture::title)
                .filter(title -> !title.isBlank())
                .distinct()
                .toList();
        return titles.isEmpty() ? "figure" : String.join(", ", titles);
    }

    private static String title(Figure figure) {
        if (!figure.title().isBlank()) {
            return figure.title();
        }
        String x = figure.x().title();
        String y = figure.y().title();
        return x.isBlank() || y.isBlank() ? x + y : y + " over " + x;
    }

    /** Writes it as a figure with a caption; {@code prefix} makes its ids differ from those of all others on the page. */
    void write(Html html, String prefix) {
        html.open("figure", "id", prefix);
        if (!svg.isEmpty()) {
            html.raw(inline(prefix));
        } else if (png.length > 0) {
            String data = "data:image/png;base64," + Base64.getEncoder().encodeToString(png);
            html.open("img", "src", data, "alt", name());
        } else {
            html.element("p", "Not drawn: no plugin that draws figures is there.", "class", "missing");
        }
        html.open("figcaption").markup(title()).close("figcaption").close("figure");
    }

    /** Returns the SVG without what stands before its root, its ids prefixed. */
    private String inline(String prefix) {
        int root = svg.indexOf("<svg");
        if (root < 0) {
            return "";
        }
        return TAG.matcher(svg.substring(root)).replaceAll(tag -> quoted(prefixed(tag, prefix)));
    }

    private static String prefixed(MatchResult tag, String prefix) {
        return ID.matcher(tag.group()).replaceAll(id -> quoted(id.group() + prefix + "-"));
    }

    private static String quoted(String replacement) {
        return Matcher.quoteReplacement(replacement);
    }
}
