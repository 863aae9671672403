package hep.winnow.app.batch;

import hep.winnow.core.run.RunListener;
import hep.winnow.core.text.AtomicFiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;

/** What a job says, in a file of its own, made anew for each try; and how far it is, to its batch. */
final class JobLog implements RunListener, AutoCloseable {
    private static final long PAUSE_NANOS = 200_000_000;

    private final PrintWriter out;
    private final Consumer<Map<String, Object>> batch;
    private final String job;
    private long toldAt = System.nanoTime();

    JobLog(Path file, Consumer<Map<String, Object>> batch, String job) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            this.out = new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8), true);
        } catch (IOException e) {
            throw AtomicFiles.failure(file, e);
        }
        this.batch = batch;
        this.job = job;
    }

    void line(String text) {
        out.println(text.stripTrailing());
    }

    @Override
    public void text(int line, String text) {
        line(text);
    }

    @Override
    public void warning(int line, String message) {
        line("warning: " + message + (line > 0 ? " (line " + line + ")" : ""));
    }

    @Override
    public void reading(String sample, long events, long bytes, long totalBytes) {
        long now = System.nanoTime();
        if (now - toldAt > PAUSE_NANOS) {
            toldAt = now;
            batch.accept(Lines.of("state", "reading", "job", job, "events", events, "bytes", bytes));
        }
    }

    @Override
    public void close() {
        out.close();
    }
}
