package hep.winnow.app.repl;

import hep.winnow.core.assist.Highlight;
import org.jline.reader.Highlighter;
import org.jline.reader.LineReader;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/** Colours what is typed, and shows behind it how the statement at hand is written. */
final class Colours implements Highlighter {
    /** A hint that would be cut to less is not shown. */
    private static final int LEAST = 20;

    /** Room for the prompt, the gap before the hint and the cursor behind it. */
    private static final int PROMPT = 12;

    private final Suggester suggester;
    private final Terminal terminal;
    private final boolean isOn;

    Colours(Suggester suggester, Terminal terminal, boolean isOn) {
        this.suggester = suggester;
        this.terminal = terminal;
        this.isOn = isOn;
    }

    @Override
    public AttributedString highlight(LineReader reader, String text) {
        if (!isOn) {
            return new AttributedString(text);
        }
        reader.setTailTip(tip(text));
        AttributedStringBuilder out = new AttributedStringBuilder();
        int at = 0;
        for (Highlight highlight : suggester.highlights(text)) {
            out.append(text.substring(at, highlight.start()));
            out.styled(style(highlight.style()), text.substring(highlight.start(), highlight.end()));
            at = highlight.end();
        }
        return out.append(text.substring(at)).toAttributedString();
    }

    /** Returns how the statement at hand is written, as far as there is room behind its last line. */
    private String tip(String text) {
        String hint = suggester.hint(text, text.length());
        int used = text.length() - text.lastIndexOf('\n') + PROMPT;
        int room = terminal.getSize().getColumns() - used;
        if (hint.isEmpty() || room < LEAST) {
            return "";
        }
        return "   " + (hint.length() <= room ? hint : hint.substring(0, room - 1) + "…");
    }

    private static AttributedStyle style(Highlight.Style style) {
        AttributedStyle plain = AttributedStyle.DEFAULT;
        return switch (style) {
            case VERB -> plain.bold().foreground(AttributedStyle.BLUE);
            case CONTROL -> plain.bold().foreground(AttributedStyle.MAGENTA);
            case KIND, FUNCTION -> plain.foreground(AttributedStyle.BLUE);
            case DECLARED -> plain.bold();
            case OPTION -> plain.foreground(AttributedStyle.CYAN);
            case KEYWORD -> plain.foreground(AttributedStyle.MAGENTA);
            case NUMBER -> plain.foreground(AttributedStyle.YELLOW);
            case STRING -> plain.foreground(AttributedStyle.GREEN);
            case COMMENT -> plain.faint();
            case NAME, OPERATOR -> plain;
        };
    }
}
