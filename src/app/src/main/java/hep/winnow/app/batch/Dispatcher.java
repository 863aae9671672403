package hep.winnow.app.batch;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.core.run.InterruptedRunException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Hands jobs to worker processes, some at a time, and writes down what becomes of them. */
final class Dispatcher {
    private static final long PAUSE_MILLIS = 200;

    /** So many workers in a row may end before they are ready. */
    private static final int MOST_STILLBORN = 3;

    private final Task task;
    private final Journal journal;
    private final Progress progress;
    private final Deque<Job> waiting;
    private final List<WorkerProcess> workers = new ArrayList<>();
    private final BlockingQueue<WorkerProcess.Message> messages = new LinkedBlockingQueue<>();
    private final List<Outcome> failures = new ArrayList<>();
    private int stillborn;
    private int started;

    /**
     * What is to be done.
     *
     * @param assignment what all jobs have in common
     * @param fingerprint of it
     * @param plugins folders of plugins
     * @param out folder of the batch
     * @param workers processes at a time
     * @param stops whether no job begins behind one that failed
     */
    record Task(Assignment assignment, String fingerprint, List<Path> plugins, Path out, int workers, boolean stops) {
        Task {
            plugins = List.copyOf(plugins);
        }
    }

    Dispatcher(Task task, Journal journal, Progress progress, List<Job> jobs) {
        this.task = task;
        this.journal = journal;
        this.progress = progress;
        this.waiting = new ArrayDeque<>(jobs);
    }

    /**
     * Does the jobs; returns those that failed. All processes have ended then, and where this is interrupted too.
     *
     * @throws InterruptedRunException if the thread is interrupted
     */
    List<Outcome> run() {
        try {
            while (!isOver()) {
                hire();
                assign();
                listen();
            }
            return failures;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedRunException();
        } finally {
            workers.forEach(WorkerProcess::kill);
            workers.forEach(WorkerProcess::await);
        }
    }

    private boolean isOver() {
        return (waiting.isEmpty() || isStopped())
                && workers.stream().allMatch(w -> w.job().isEmpty());
    }

    private boolean isStopped() {
        return task.stops() && !failures.isEmpty();
    }

    private void hire() {
        long free = workers.stream().filter(w -> w.job().isEmpty()).count();
        while (!isStopped() && workers.size() < task.workers() && free < waiting.size()) {
            Path errors = task.out().resolve("jobs").resolve("worker-" + started + ".txt");
            started++;
            workers.add(WorkerProcess.start(task.assignment(), task.plugins(), task.workers(), errors, messages));
            free++;
        }
    }

    private void assign() {
        for (WorkerProcess worker : workers) {
            if (worker.isIdle() && !waiting.isEmpty() && !isStopped()) {
                Job job = waiting.remove();
                Path folder = job.folder(task.out());
                clear(folder);
                journal.add(entry(job, "begun"));
                worker.give(job, folder);
            }
        }
    }

    private Map<String, Object> entry(Job job, String state, Object... more) {
        Map<String, Object> entry = Lines.of(
                "job", job.key(), "state", state, "fingerprint", task.fingerprint(), "files", Stamp.of(job.files()));
        entry.putAll(Lines.of(more));
        return entry;
    }

    private void listen() throws InterruptedException {
        WorkerProcess.Message message = messages.poll(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        if (message == null) {
            progress.show();
        } else if (message.message().isEmpty()) {
            ended(message.worker());
        } else {
            heard(message.worker(), message.message().get());
        }
    }

    private void heard(WorkerProcess worker, Map<String, Object> message) {
        Optional<Job> job = worker.job();
        switch (Lines.text(message, "state")) {
            case "ready" -> {
                if (!Lines.text(message, "fingerprint").equals(task.fingerprint())) {
                    throw changed();
                }
                stillborn = 0;
                worker.ready();
            }
            case "unfit" -> throw changed();
            case "reading" ->
                job.ifPresent(
                        j -> progress.reading(j, Lines.number(message, "events"), Lines.number(message, "bytes")));
            case "done" -> job.ifPresent(j -> done(worker, j, message));
            case "failed" ->
                job.ifPresent(j -> {
                    worker.rest();
                    fail(j, Lines.text(message, "place"), Lines.text(message, "error"), Lines.text(message, "help"));
                });
            default -> throw new IllegalStateException("a worker said " + message);
        }
    }

    private static UserError changed() {
        return UserError.data(
                "the macro, a model that it loads, or the head of a file changed while the batch began",
                "go on with --resume: what changed is done again");
    }

    private void done(WorkerProcess worker, Job job, Map<String, Object> message) {
        worker.rest();
        List<Map<String, Object>> begun = stamps(job);
        if (!begun.equals(Stamp.of(job.files()))) {
            fail(job, "", "a file changed while it was read", "run it again with --resume");
            return;
        }
        long events = Lines.number(message, "events");
        journal.add(entry(
                job,
                "done",
                "events",
                events,
                "skipped",
                Lines.number(message, "skipped"),
                "outputs",
                Lines.inner(message, "outputs")));
        progress.done(job, events);
    }

    private List<Map<String, Object>> stamps(Job job) {
        Object files = journal.last(job).map(e -> e.get("files")).orElse(List.of());
        List<Map<String, Object>> stamps = new ArrayList<>();
        if (files instanceof List<?> list) {
            for (Object file : list) {
                stamps.add(Lines.inner(Lines.of("file", file), "file"));
            }
        }
        return stamps;
    }

    private void fail(Job job, String place, String error, String help) {
        journal.add(entry(job, "failed", "place", place, "error", error));
        failures.add(Outcome.of(job.files(), place, error, help, Optional.of(job.log(task.out()))));
        progress.failed(job);
    }

    /** A worker has ended by itself: its job failed, and another one takes its place. */
    private void ended(WorkerProcess worker) {
        if (!workers.remove(worker)) {
            return;
        }
        worker.await();
        if (worker.isInterrupted()) {
            throw new InterruptedRunException();
        }
        String words = worker.lastWords();
        if (worker.job().isPresent()) {
            Job job = worker.job().get();
            append(job.log(task.out()), worker.obituary() + "\n" + words + "\n");
            fail(
                    job,
                    "",
                    worker.obituary(),
                    "fewer --jobs leave each more memory; WINNOW_JAVA_OPTS=-Xmx4g sets what each may take");
        } else if (!worker.isReady() && ++stillborn >= MOST_STILLBORN) {
            throw UserError.data(
                    "the processes for jobs do not start: the last one said " + (words.isEmpty() ? "nothing" : words),
                    "WINNOW_JAVA_OPTS holds for each of them; is there memory for " + task.workers() + "?");
        }
    }

    private static void append(Path log, String text) {
        try {
            Files.writeString(log, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            // The table of failures says it too.
            return;
        }
    }

    /** Leaves nothing of an earlier try. */
    static void clear(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw UserError.data("cannot clear '" + folder + "': " + e, "").because(e);
        }
    }
}
