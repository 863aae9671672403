package hep.winnow.app.batch;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.run.Facts;
import hep.winnow.app.macro.MacroArguments;
import hep.winnow.app.macro.RunDisplay;
import hep.winnow.app.macro.Summary;
import hep.winnow.app.shell.Complaint;
import hep.winnow.app.shell.Installation;
import hep.winnow.app.shell.Session;
import hep.winnow.app.shell.Status;
import hep.winnow.app.shell.Words;
import hep.winnow.core.Winnow;
import hep.winnow.core.macro.Program;
import hep.winnow.core.run.BatchCheck;
import hep.winnow.core.run.BatchPrint;
import hep.winnow.core.run.Merging;
import hep.winnow.core.run.RunFailure;
import hep.winnow.core.run.RunOptions;
import hep.winnow.core.run.RunResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A batch from its check to its merged result. */
final class Batch {
    private static final String RECORD = "batch.json";

    private final Session session;
    private final Installation installation;
    private final Assignment wanted;
    private final List<Path> files;
    private final Wishes wishes;
    private final List<Outcome> failures = new ArrayList<>();

    /**
     * How it is to be done.
     *
     * @param out folder of the batch
     * @param workers processes at a time
     * @param filesPerJob how many
     * @param resumes whether jobs that are done are kept
     * @param isFresh whether they are thrown away
     * @param skipsBad whether the rest is merged where files fail
     * @param isQuiet whether only trouble is told
     */
    record Wishes(
            Path out,
            int workers,
            int filesPerJob,
            boolean resumes,
            boolean isFresh,
            boolean skipsBad,
            boolean isQuiet) {}

    Batch(Session session, Installation installation, Assignment wanted, List<Path> files, Wishes wishes) {
        this.session = session;
        this.installation = installation;
        this.wanted = wanted;
        this.files = List.copyOf(files);
        this.wishes = wishes;
    }

    /** Does it, and returns the exit status. */
    int run() {
        OpenFiles opened = OpenFiles.of(session, installation.winnow(), wanted, files);
        Winnow.Checked checked = opened.checked();
        MacroArguments.draw(checked, session);
        if (checked.program().isEmpty()) {
            return MacroArguments.status(checked.diagnostics());
        }
        BatchCheck fit = new BatchCheck(checked.program().orElseThrow(), wanted.as(), opened.good());
        if (fit.sample().isEmpty()) {
            MacroArguments.draw(new Winnow.Checked(checked.program(), fit.problems(), checked.texts()), session);
            return Status.MACRO;
        }
        try (Lock lock = Lock.take(wishes.out())) {
            lock.prepare(wishes.resumes(), wishes.isFresh());
            return run(checked, fit.sample().getAsInt(), opened);
        }
    }

    private int run(Winnow.Checked checked, int sample, OpenFiles opened) {
        Program program = checked.program().orElseThrow();
        String fingerprint = BatchPrint.of(program, checked.texts(), sample, session.version());
        List<Job> jobs = Job.of(opened.good(), wishes.filesPerJob());
        try (Journal journal = Journal.open(wishes.out())) {
            for (OpenFiles.Bad bad : opened.bad()) {
                failures.add(bad.outcome());
                journal.add(Lines.of(
                        "state",
                        "bad",
                        "file",
                        bad.file().toString(),
                        "error",
                        bad.problem().message()));
            }
            Done done = new Done(journal, fingerprint, wishes.out());
            List<Job> open = jobs.stream().filter(j -> !done.holds(j)).toList();
            if (!open.isEmpty() || !failures.isEmpty()) {
                delete(wishes.out().resolve(RECORD));
            }
            sayKept(jobs.size() - open.size(), jobs.size());
            if (mayGoOn()) {
                failures.addAll(dispatch(journal, open, fingerprint, opened.good()));
            }
            List<Job> merged = jobs.stream().filter(done::isDone).toList();
            return mayGoOn() && !merged.isEmpty()
                    ? merge(program, checked.texts(), sample, merged)
                    : told(Status.ENVIRONMENT);
        }
    }

    private boolean mayGoOn() {
        return failures.isEmpty() || wishes.skipsBad();
    }

    private void sayKept(int kept, int all) {
        if (kept > 0 && !wishes.isQuiet()) {
            session.terminal()
                    .err()
                    .println(session.terminal()
                            .errPaint()
                            .dim("kept               " + kept + " of " + Words.count(all, "job")
                                    + ", which are done and unchanged"));
        }
    }

    private List<Outcome> dispatch(Journal journal, List<Job> open, String fingerprint, List<Path> good) {
        if (open.isEmpty()) {
            return List.of();
        }
        int count = open.stream().mapToInt(j -> j.files().size()).sum();
        long bytes = open.stream().mapToLong(Progress::size).sum();
        Progress progress = new Progress(session.terminal(), wishes.isQuiet(), System::nanoTime, count, bytes);
        Dispatcher.Task task = new Dispatcher.Task(
                wanted.over(good),
                fingerprint,
                session.pluginFolders(),
                wishes.out(),
                Math.min(wishes.workers(), open.size()),
                !wishes.skipsBad());
        try {
            return new Dispatcher(task, journal, progress, open).run();
        } finally {
            progress.end();
        }
    }

    private int merge(Program program, Map<String, String> texts, int sample, List<Job> jobs) {
        RunOptions options =
                new RunOptions(wishes.out(), Runtime.getRuntime().availableProcessors(), session.version());
        RunDisplay display = new RunDisplay(session.terminal(), wishes.isQuiet());
        Merging merging =
                new Merging(program, sample, options, installation.winnow().figures(), display);
        List<Path> read = jobs.stream().flatMap(j -> j.files().stream()).toList();
        try {
            RunResult result =
                    merging.merge(jobs.stream().map(j -> j.folder(wishes.out())).toList(), read, RECORD, facts(read));
            display.end();
            if (!wishes.isQuiet()) {
                new Summary(result, session.terminal(), RECORD).print();
            }
            return told(result.failedExpectations() > 0 ? Status.EXPECTATION : Status.DONE);
        } catch (RunFailure e) {
            return Complaint.of(e, texts).print(session.terminal());
        } finally {
            display.end();
        }
    }

    /** What {@code batch.json} says besides what {@code run.json} would. */
    private Facts facts(List<Path> read) {
        List<String> missing = files.stream()
                .filter(f -> !read.contains(f))
                .map(Path::toString)
                .toList();
        return new Facts()
                .put(
                        "batch",
                        new Facts()
                                .put("param", wanted.as())
                                .put("files", files.size())
                                .put("merged", read.size())
                                .put("missing", missing));
    }

    /** Tells of what failed; returns the exit status. */
    private int told(int status) {
        if (failures.isEmpty()) {
            return status;
        }
        new FailureTable(session.terminal()).print(failures, files.size(), wishes.skipsBad());
        return Status.ENVIRONMENT;
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw UserError.data("cannot delete '" + file + "': " + e.getMessage(), "")
                    .because(e);
        }
    }
}
