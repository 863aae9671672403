package hep.winnow.app.macro;

import hep.winnow.api.learn.EpochReport;
import hep.winnow.app.shell.LiveLine;
import hep.winnow.app.shell.Paint;
import hep.winnow.app.shell.Terminal;
import hep.winnow.app.shell.Words;
import hep.winnow.core.run.RunListener;
import hep.winnow.core.text.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * Shows a run: what statements say on standard output; on standard error, warnings, a line for each file that is read and each model that is
 * trained, and on a terminal what goes on at the moment.
 */
public final class RunDisplay implements RunListener {
    /** In a log, a long training gives a sign of life this often. */
    private static final long HEARTBEAT_NANOS = 60_000_000_000L;

    private static final String FAILED = "expect FAILED";
    private static final String OK = "expect ok";

    /** What was printed last on standard output: a block of lines has a blank line around it. */
    private enum Last {
        NOTHING,
        LINE,
        BLOCK
    }

    private final Terminal terminal;
    private final boolean isQuiet;
    private final LiveLine live;
    private final LongSupplier clock;
    private Last last = Last.NOTHING;
    private long since;
    private long told;
    private String task = "";
    private long done;
    private String noun = "";

    /** Makes a display; {@code isQuiet} if only trouble is to be shown. */
    public RunDisplay(Terminal terminal, boolean isQuiet) {
        this(terminal, isQuiet, System::nanoTime);
    }

    /** Makes a display with a clock of nanoseconds. */
    RunDisplay(Terminal terminal, boolean isQuiet, LongSupplier clock) {
        this.terminal = terminal;
        this.isQuiet = isQuiet;
        this.clock = clock;
        this.live = new LiveLine(terminal, clock, !isQuiet && terminal.looks().isLive());
    }

    @Override
    public synchronized void text(int line, String text) {
        live.erase();
        boolean isFailure = text.startsWith(FAILED);
        if (isQuiet && !isFailure) {
            return;
        }
        String shown = terminal.wrapOut(text.stripTrailing());
        boolean isBlock = text.stripTrailing().contains("\n");
        if (last == Last.BLOCK || isBlock && last == Last.LINE) {
            terminal.out().println();
        }
        terminal.out().println(coloured(shown));
        last = isBlock ? Last.BLOCK : Last.LINE;
    }

    /** Says something beside what was asked for. */
    private void note(String text) {
        if (last == Last.BLOCK) {
            terminal.out().println();
            last = Last.NOTHING;
        }
        terminal.err().println(text);
    }

    private String coloured(String text) {
        Paint paint = terminal.outPaint();
        if (text.startsWith(FAILED)) {
            return paint.red(FAILED) + text.substring(FAILED.length());
        }
        return text.startsWith(OK) ? paint.green(OK) + text.substring(OK.length()) : text;
    }

    @Override
    public synchronized void warning(int line, String message) {
        live.erase();
        Paint paint = terminal.errPaint();
        String place = line > 0 ? " (line " + line + ")" : "";
        String text = terminal.wrapErr("warning: " + message + place);
        note(paint.yellow("warning:") + text.substring("warning:".length()));
    }

    @Override
    public synchronized void began(int line, String statement) {
        live.show(firstLine(statement));
    }

    private static String firstLine(String statement) {
        return statement.lines().findFirst().orElse("").strip();
    }

    @Override
    public synchronized void reading(String sample, long events, long bytes, long totalBytes) {
        long now = begin("read " + sample);
        done = events;
        noun = "event";
        if (!live.isDue()) {
            return;
        }
        double seconds = (now - since) / 1e9;
        String rate = seconds > 0.2 ? Words.brief(events / seconds) + "/s" : "";
        List<String> notes = List.of(Words.brief(events) + " events", rate);
        live.show(new LiveLine.State(task, bytes, totalBytes, "", notes, seconds));
    }

    @Override
    public synchronized void epoch(String model, EpochReport report, int epochs) {
        long now = begin("train " + model);
        done = report.epoch();
        noun = "epoch";
        String total = Integer.toString(epochs);
        String count = String.format(Locale.ROOT, "%" + total.length() + "d/%s", report.epoch(), total);
        double seconds = (now - since) / 1e9;
        live.show(new LiveLine.State(task, report.epoch(), epochs, count, losses(report), seconds));
        if (!isQuiet && !terminal.looks().isLive() && now - told > HEARTBEAT_NANOS) {
            told = now;
            note(String.format(Locale.ROOT, "%-18s epoch %s  %s", task, count, String.join("  ", losses(report))));
        }
    }

    private long begin(String what) {
        long now = clock.getAsLong();
        if (!task.equals(what)) {
            task = what;
            since = now;
            told = now;
        }
        return now;
    }

    private static List<String> losses(EpochReport report) {
        List<String> losses = new ArrayList<>();
        add(losses, "loss ", report.trainLoss());
        add(losses, "valid ", report.validLoss());
        add(losses, "AUC ", report.validAuc());
        add(losses, "accuracy ", report.validAccuracy());
        return losses;
    }

    private static void add(List<String> losses, String name, double value) {
        if (!Double.isNaN(value)) {
            losses.add(name + Numbers.significant(value, 4));
        }
    }

    @Override
    public synchronized void progressDone() {
        live.erase();
        if (!isQuiet && !task.isEmpty()) {
            String line = String.format(
                    Locale.ROOT,
                    "%-18s %s in %s",
                    task,
                    Words.count(done, noun),
                    Words.seconds((clock.getAsLong() - since) / 1e9));
            note(terminal.errPaint().dim(line));
        }
        task = "";
    }

    /** Takes away what is drawn for the moment. */
    public synchronized void end() {
        live.erase();
    }
}
