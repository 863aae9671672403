package hep.winnow.app.macro;

import hep.winnow.app.shell.Paint;
import hep.winnow.app.shell.Terminal;
import hep.winnow.app.shell.Words;
import hep.winnow.core.text.TerminalText;
import java.util.function.LongSupplier;

/** The last line of a terminal, drawn over again and again; on anything else, nothing. */
final class LiveLine {
    private static final long PAUSE_NANOS = 80_000_000;
    private static final String ERASE = "\r\u001B[K";
    private static final int NAME_WIDTH = 14;
    private static final int MAX_BAR = 24;
    private static final int MIN_BAR = 8;

    private final Terminal terminal;
    private final LongSupplier clock;
    private final boolean isOn;
    private boolean isDrawn;
    private long drawnAt = Long.MIN_VALUE / 2;

    LiveLine(Terminal terminal, LongSupplier clock, boolean isOn) {
        this.terminal = terminal;
        this.clock = clock;
        this.isOn = isOn;
    }

    /**
     * How far something is.
     *
     * @param what goes on
     * @param done so far
     * @param total of all, or 0 if it is not known
     * @param count in words; empty for percents
     * @param note what else to show
     * @param seconds since it began
     */
    record State(String what, long done, long total, String count, String note, double seconds) {}

    /** Draws a state, unless one was drawn a moment ago. */
    void show(State state) {
        long now = clock.getAsLong();
        if (isOn && (now - drawnAt >= PAUSE_NANOS || !isDrawn)) {
            draw(text(state));
            drawnAt = now;
        }
    }

    /** Draws what goes on. */
    void show(String what) {
        if (isOn) {
            draw(terminal.errPaint().dim(fit(what + " …", terminal.looks().columns() - 1)));
        }
    }

    /** Takes the line away. */
    void erase() {
        if (isDrawn) {
            terminal.err().print(ERASE);
            terminal.err().flush();
            isDrawn = false;
        }
    }

    private void draw(String text) {
        terminal.err().print(ERASE + text);
        terminal.err().flush();
        isDrawn = true;
    }

    private String text(State state) {
        Paint paint = terminal.errPaint();
        String name = String.format("%-" + NAME_WIDTH + "s", state.what());
        int room = terminal.looks().columns() - 1;
        if (state.total() <= 0) {
            return fit(name + "  " + state.note(), room);
        }
        double share = Math.min(1, state.done() / (double) state.total());
        String count = state.count().isEmpty() ? String.format("%3.0f%%", 100 * share) : state.count();
        String behind = count + "  " + state.note() + left(state, share);
        int bar = Math.min(MAX_BAR, room - name.length() - behind.length() - 4);
        if (bar < MIN_BAR) {
            return fit(name + "  " + behind, room);
        }
        return name + "  " + bar(share, bar, paint) + "  " + behind;
    }

    private static String left(State state, double share) {
        boolean isKnown = share > 0 && share < 1 && state.seconds() > 1;
        return isKnown ? "  " + Words.seconds(state.seconds() * (1 - share) / share) + " left" : "";
    }

    private String bar(double share, int width, Paint paint) {
        boolean hasUnicode = terminal.looks().hasUnicode();
        int full = (int) Math.floor(share * width);
        String done = (hasUnicode ? "━" : "#").repeat(full);
        String rest = (hasUnicode ? "─" : ".").repeat(width - full);
        return paint.cyan(done) + paint.dim(rest);
    }

    private static String fit(String text, int room) {
        String shown = TerminalText.show(text);
        if (TerminalText.cells(shown, shown.length()) <= room) {
            return shown;
        }
        int end = shown.length();
        while (end > 0 && TerminalText.cells(shown, end) > room - 1) {
            end--;
        }
        return shown.substring(0, end) + "…";
    }
}
