package hep.winnow.app.shell;

import hep.winnow.api.text.TerminalText;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;

/** The last line of a terminal, drawn over again and again; on anything else, nothing. */
public final class LiveLine {
    private static final long PAUSE_NANOS = 80_000_000;
    private static final String ERASE = "\r\u001B[K";
    private static final int NAME_WIDTH = 14;
    private static final int LEFT_WIDTH = 10;
    private static final int WIDE = 99;
    private static final int WIDE_BAR = 24;
    private static final int NARROW_BAR = 16;

    private final Terminal terminal;
    private final LongSupplier clock;
    private final boolean isOn;
    private boolean isDrawn;
    private long drawnAt = Long.MIN_VALUE / 2;

    /** Makes a line; {@code isOn} tells whether it is drawn at all, {@code clock} counts nanoseconds. */
    public LiveLine(Terminal terminal, LongSupplier clock, boolean isOn) {
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
     * @param notes what else to show, as far as there is room, the most important first
     * @param seconds since it began
     */
    public record State(String what, long done, long total, String count, List<String> notes, double seconds) {
        public State {
            notes = List.copyOf(notes);
        }
    }

    /** Tells whether a state would be drawn: not where nothing is, nor a moment after another one. */
    public boolean isDue() {
        return isOn && (!isDrawn || clock.getAsLong() - drawnAt >= PAUSE_NANOS);
    }

    /** Draws a state, if it {@link #isDue}. */
    public void show(State state) {
        if (isDue()) {
            draw(text(state));
            drawnAt = clock.getAsLong();
        }
    }

    /** Draws what goes on. */
    public void show(String what) {
        if (isOn) {
            draw(terminal.errPaint().dim(fit(what + " …", terminal.looks().columns() - 1)));
        }
    }

    /** Takes the line away. */
    public void erase() {
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
        String name = String.format(Locale.ROOT, "%-" + NAME_WIDTH + "s", state.what());
        int room = terminal.looks().columns() - 1;
        if (state.total() <= 0) {
            return fit(name + "  " + String.join("  ", state.notes()), room);
        }
        double share = Math.min(1, state.done() / (double) state.total());
        int bar = room >= WIDE ? WIDE_BAR : NARROW_BAR;
        String count = state.count().isEmpty() ? String.format(Locale.ROOT, "%3.0f%%", 100 * share) : state.count();
        StringBuilder behind = new StringBuilder(count).append("  ").append(left(state, share));
        for (String note : state.notes()) {
            if (name.length() + bar + 4 + behind.length() + 2 + note.length() <= room) {
                behind.append("  ").append(note);
            }
        }
        boolean fits = name.length() + bar + 4 + behind.length() <= room;
        return fits
                ? name + "  " + bar(share, bar, terminal.errPaint()) + "  " + behind
                : fit(name + "  " + behind, room);
    }

    /** Returns the time that is left, always as wide. */
    private static String left(State state, double share) {
        boolean isKnown = share > 0 && share < 1 && state.seconds() > 1;
        String text = isKnown ? Words.seconds(state.seconds() * (1 - share) / share) + " left" : "";
        return String.format(Locale.ROOT, "%-" + LEFT_WIDTH + "s", text);
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
