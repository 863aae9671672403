package hep.winnow.app.batch;

import hep.winnow.app.shell.LiveLine;
import hep.winnow.app.shell.Terminal;
import hep.winnow.app.shell.Words;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongSupplier;

/** Tells how far a batch is: on a terminal a line that is drawn over, in a log a line now and then. */
final class Progress {
    /** In a log, a sign of life this often. */
    private static final long HEARTBEAT_NANOS = 60_000_000_000L;

    private final Terminal terminal;
    private final LongSupplier clock;
    private final LiveLine live;
    private final boolean isQuiet;
    private final int totalFiles;
    private final long totalBytes;
    private final long start;
    private final Map<Job, long[]> running = new HashMap<>();
    private int doneFiles;
    private int failedFiles;
    private long events;
    private long bytes;
    private long toldAt;

    /**
     * Makes one.
     *
     * @param clock of nanoseconds
     * @param totalFiles that are to be read
     * @param totalBytes of these
     */
    Progress(Terminal terminal, boolean isQuiet, LongSupplier clock, int totalFiles, long totalBytes) {
        this.terminal = terminal;
        this.clock = clock;
        this.isQuiet = isQuiet;
        this.live = new LiveLine(terminal, clock, !isQuiet && terminal.looks().isLive());
        this.totalFiles = totalFiles;
        this.totalBytes = totalBytes;
        this.start = clock.getAsLong();
        this.toldAt = start;
    }

    /** Tells how far a job is. */
    void reading(Job job, long jobEvents, long jobBytes) {
        running.put(job, new long[] {jobEvents, jobBytes});
        show();
    }

    /** Tells that a job is done. */
    void done(Job job, long jobEvents) {
        running.remove(job);
        doneFiles += job.files().size();
        events += jobEvents;
        bytes += size(job);
        show();
    }

    /** Tells that a job failed. */
    void failed(Job job) {
        running.remove(job);
        failedFiles += job.files().size();
        bytes += size(job);
        show();
    }

    static long size(Job job) {
        return job.files().stream().mapToLong(f -> Math.max(0, Stamp.bytes(f))).sum();
    }

    void show() {
        long now = clock.getAsLong();
        double seconds = (now - start) / 1e9;
        long nowEvents = events + running.values().stream().mapToLong(r -> r[0]).sum();
        long nowBytes = bytes + running.values().stream().mapToLong(r -> r[1]).sum();
        String rate = seconds > 0.2 ? Words.brief(nowEvents / seconds) + " events/s" : "";
        String failed = failedFiles == 0 ? "" : failedFiles + " failed";
        String count = (doneFiles + failedFiles) + "/" + totalFiles + " files";
        live.show(new LiveLine.State(
                "batch",
                Math.min(nowBytes, totalBytes),
                Math.max(1, totalBytes),
                count,
                failed.isEmpty() ? List.of(rate) : List.of(failed, rate),
                seconds));
        if (!isQuiet && !terminal.looks().isLive() && now - toldAt > HEARTBEAT_NANOS) {
            toldAt = now;
            String left = nowBytes > 0 && nowBytes < totalBytes
                    ? Words.seconds(seconds * (totalBytes - nowBytes) / nowBytes) + " left"
                    : "";
            terminal.err()
                    .println(String.format(
                                    Locale.ROOT,
                                    "batch  %s  %s events  %s  %s  %s",
                                    count,
                                    Words.brief(nowEvents),
                                    rate,
                                    left,
                                    failed)
                            .stripTrailing());
        }
    }

    /** Takes the line away, and tells what was done. */
    void end() {
        live.erase();
        if (!isQuiet && totalFiles > 0) {
            double seconds = (clock.getAsLong() - start) / 1e9;
            String line = String.format(
                    Locale.ROOT,
                    "batch              %s of %d, %s in %s (%s events/s)",
                    Words.count(doneFiles, "file"),
                    totalFiles,
                    Words.count(events, "event"),
                    Words.seconds(seconds),
                    Words.brief(events / Math.max(seconds, 1e-3)));
            terminal.err().println(terminal.errPaint().dim(line));
        }
    }
}
