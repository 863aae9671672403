package hep.winnow.core.lang;

import hep.winnow.api.diagnostic.Diagnostic;
import hep.winnow.api.diagnostic.Severity;
import hep.winnow.api.diagnostic.Span;
import hep.winnow.api.text.TerminalText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Draws diagnostics with the line that they are about and carets under the place:
 *
 * <pre>
 * error[E104] unknown column 'l1_ptt'
 *   --> hww.wn:17:21
 *    17 |   cut "lepton pt" : l1_ptt > 22
 *       |                     ^^^^^^ no such column or define in sig, bkg
 *    help: did you mean 'l1_pt'?
 * </pre>
 *
 * Lines and columns count from 1, columns in code points. Of a place that goes over several lines the first is shown. Behind a place in the body of a {@code def} stand the calls that led there, the
 * innermost first.
 */
public final class DiagnosticPrinter {
    private static final int MOST_CALLERS = 4;

    private static final String RED = "\u001B[1;31m";
    private static final String YELLOW = "\u001B[1;33m";
    private static final String BLUE = "\u001B[34m";
    private static final String CYAN = "\u001B[36m";
    private static final String RESET = "\u001B[0m";

    private final Map<String, Source> sources;
    private final boolean hasColour;

    private record Source(String text, LineMap lines) {}

    /**
     * Makes a printer.
     *
     * @param texts text by name of file, for all files that spans speak of; of a file that is missing only the name is shown
     * @param hasColour whether to colour the output with ANSI codes
     */
    public DiagnosticPrinter(Map<String, String> texts, boolean hasColour) {
        this.sources = texts.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, e -> new Source(e.getValue(), new LineMap(e.getValue()))));
        this.hasColour = hasColour;
    }

    /** Returns all diagnostics, with a blank line between them and a line end behind the last. */
    public String print(List<Diagnostic> diagnostics) {
        return diagnostics.stream().map(this::print).collect(Collectors.joining("\n"));
    }

    /** Returns one diagnostic; each of its lines ends in {@code \n}. */
    public String print(Diagnostic diagnostic) {
        boolean isError = diagnostic.severity() == Severity.ERROR;
        String colour = isError ? RED : YELLOW;
        StringBuilder out = new StringBuilder();
        out.append(paint(colour, (isError ? "error[" : "warning[") + diagnostic.code() + "]"))
                .append(' ')
                .append(TerminalText.show(diagnostic.message()))
                .append('\n');
        place(out, diagnostic.span(), diagnostic.label(), colour);
        callers(out, diagnostic.callers());
        if (!diagnostic.help().isEmpty()) {
            diagnostic
                    .help()
                    .lines()
                    .forEach(line -> out.append("   ")
                            .append(paint(CYAN, "help:"))
                            .append(' ')
                            .append(TerminalText.show(line))
                            .append('\n'));
        }
        return out.toString();
    }

    /** Of many callers those next to the place are shown, and the outermost. */
    private void callers(StringBuilder out, List<Diagnostic.Caller> callers) {
        int left = callers.size() > MOST_CALLERS ? callers.size() - MOST_CALLERS : 0;
        for (int i = 0; i < callers.size(); i++) {
            if (left > 0 && i == MOST_CALLERS - 1) {
                out.append("  … ").append(left).append(left == 1 ? " more call\n" : " more calls\n");
                i += left;
            }
            Diagnostic.Caller caller = callers.get(i);
            out.append("  in the call of '").append(caller.verb()).append("'\n");
            place(out, caller.span(), "", BLUE);
        }
    }

    private void place(StringBuilder out, Span span, String label, String colour) {
        Optional<Source> source = Optional.ofNullable(sources.get(span.file()));
        out.append(paint(BLUE, "  -->")).append(' ').append(span.file());
        if (source.isEmpty()) {
            out.append('\n');
            return;
        }
        LineMap lines = source.get().lines();
        LineMap.Position position = lines.position(span.start());
        out.append(':')
                .append(position.line())
                .append(':')
                .append(position.column())
                .append('\n');
        quote(out, lines, span, label, colour);
    }

    private void quote(StringBuilder out, LineMap lines, Span span, String label, String colour) {
        int line = lines.line(span.start());
        String text = lines.text(line);
        int start = lines.start(line);
        int before = TerminalText.cells(text, Math.max(0, span.start() - start));
        int behind = TerminalText.cells(text, Math.max(0, span.end() - start));
        String number = String.valueOf(line);
        int width = Math.max(5, number.length() + 1);
        out.append(paint(BLUE, " ".repeat(width - number.length()) + number + " |"))
                .append(' ')
                .append(TerminalText.show(text))
                .append('\n');
        out.append(paint(BLUE, " ".repeat(width) + " |")).append(' ').append(" ".repeat(before));
        String marks = "^".repeat(Math.max(1, behind - before)) + (label.isEmpty() ? "" : " " + label);
        out.append(paint(colour, TerminalText.show(marks))).append('\n');
    }

    private String paint(String colour, String text) {
        return hasColour ? colour + text + RESET : text;
    }
}
