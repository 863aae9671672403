package hep.winnow.app.doc;

import hep.winnow.app.shell.Paint;
import hep.winnow.app.shell.Prose;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** All topics at a glance, by plugin. */
final class Overview {
    private static final int NAME_WIDTH = 18;

    private final Manual manual;
    private final Paint paint;
    private final int columns;
    private final StringBuilder out = new StringBuilder();

    Overview(Manual manual, Paint paint, int columns) {
        this.manual = manual;
        this.paint = paint;
        this.columns = columns;
    }

    /** Returns the overview; each line ends in a line end. */
    String text() {
        for (Map.Entry<String, String> plugin : manual.plugins().entrySet()) {
            List<Topic> topics = manual.topics(plugin.getKey());
            if (!topics.isEmpty()) {
                plugin(plugin.getKey(), plugin.getValue(), topics);
            }
        }
        out.append(paint.dim("'winnow doc NAME' tells all of one of them.")).append('\n');
        return out.toString();
    }

    private void plugin(String id, String description, List<Topic> topics) {
        out.append(paint.bold(id))
                .append(description.isEmpty() ? "" : paint.dim("  " + description))
                .append('\n');
        for (Topic topic : topics) {
            if (!(topic instanceof Topic.OfFunction)) {
                line(topic);
            }
        }
        String functions = topics.stream()
                .filter(t -> t instanceof Topic.OfFunction)
                .map(Topic::title)
                .collect(Collectors.joining(" "));
        if (!functions.isEmpty()) {
            String text = "functions of an event: " + functions;
            Prose.wrap(text, columns - 4, 2)
                    .lines()
                    .forEach(l -> out.append("  ").append(l).append('\n'));
        }
        out.append('\n');
    }

    private void line(Topic topic) {
        String title = topic instanceof Topic.OfMeasure ? topic.title() + "(…)" : topic.title();
        int room = Math.max(20, columns - NAME_WIDTH - 4);
        String summary = gist(topic.summary());
        String margin = " ".repeat(NAME_WIDTH + 4);
        out.append("  ").append(paint.cyan(title)).append(" ".repeat(Math.max(2, NAME_WIDTH - title.length() + 2)));
        out.append(String.join("\n" + margin, Prose.wrap(summary, room, 0).split("\n", -1)))
                .append('\n');
    }

    /** Returns what comes before the details. */
    private static String gist(String sentence) {
        int end = sentence.length() - (sentence.endsWith(".") ? 1 : 0);
        for (String mark : List.of(": ", "; ")) {
            int at = sentence.indexOf(mark);
            end = at > 0 ? Math.min(end, at) : end;
        }
        return sentence.substring(0, end);
    }
}
