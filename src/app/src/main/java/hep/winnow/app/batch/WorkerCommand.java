package hep.winnow.app.batch;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.app.shell.Complaint;
import hep.winnow.app.shell.Session;
import hep.winnow.app.shell.Status;
import hep.winnow.app.shell.Terminal;
import hep.winnow.core.Winnow;
import hep.winnow.core.macro.Program;
import hep.winnow.core.run.BatchCheck;
import hep.winnow.core.run.BatchPrint;
import hep.winnow.core.run.Gathering;
import hep.winnow.core.run.RunFailure;
import hep.winnow.core.run.RunOptions;
import hep.winnow.core.text.Hashes;
import hep.winnow.core.text.Json;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;
import picocli.CommandLine.Command;

/**
 * {@code winnow batch-worker}: a process that {@code winnow batch} starts. It reads an {@link Assignment} and then jobs from standard input, a JSON object a line, does one after the other, and tells on
 * standard output, likewise. It ends where its standard input does, at once: so it never outlives its batch.
 */
@Command(name = "batch-worker", hidden = true, description = "Does jobs of a batch; started by 'winnow batch'.")
public final class WorkerCommand implements Callable<Integer> {
    private final Session session;
    private final BlockingQueue<Map<String, Object>> orders = new LinkedBlockingQueue<>();

    /** Makes the command. */
    public WorkerCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws InterruptedException {
        Thread ear = new Thread(this::listen, "orders");
        ear.setDaemon(true);
        ear.start();
        Assignment assignment = Assignment.of(orders.take());
        Winnow winnow = session.install().winnow();
        Winnow.Checked checked = assignment.check(session, winnow);
        Optional<Program> program = checked.program();
        Optional<BatchCheck> fit = program.map(p -> new BatchCheck(
                p, assignment.as(), assignment.files().stream().map(Path::of).toList()));
        if (fit.isEmpty() || fit.get().sample().isEmpty()) {
            tell(Lines.of("state", "unfit", "error", "the macro or its files have changed since the batch began"));
            return Status.MACRO;
        }
        int sample = fit.get().sample().orElseThrow();
        tell(Lines.of(
                "state",
                "ready",
                "fingerprint",
                BatchPrint.of(program.get(), checked.texts(), sample, assignment.version())));
        while (true) {
            work(program.get(), checked.texts(), sample, assignment, orders.take());
        }
    }

    private void listen() {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                Lines.object(line).ifPresent(orders::add);
            }
        } catch (IOException e) {
            // As at the end: whoever gave the orders is gone.
            Runtime.getRuntime().halt(Status.ENVIRONMENT);
        }
        Runtime.getRuntime().halt(Status.DONE);
    }

    private void work(
            Program program, Map<String, String> texts, int sample, Assignment assignment, Map<String, Object> order) {
        String job = Lines.text(order, "job");
        Path folder = Path.of(Lines.text(order, "folder"));
        try (JobLog log = new JobLog(folder.resolve("log.txt"), this::tell, job)) {
            RunOptions options = new RunOptions(folder, assignment.threads(), assignment.version());
            try {
                Gathering.Count count = new Gathering(program, sample, options, log)
                        .gather((int) Lines.number(order, "first"), (int) Lines.number(order, "count"), folder);
                log.line("done: " + count.events() + " events, " + count.skipped() + " rows left out");
                tell(Lines.of(
                        "state",
                        "done",
                        "job",
                        job,
                        "events",
                        count.events(),
                        "skipped",
                        count.skipped(),
                        "outputs",
                        outputs(folder)));
            } catch (RunFailure e) {
                log.line(drawn(Complaint.of(e, texts)));
                fail(job, "line " + e.statement().line(), e.error());
            } catch (UserError e) {
                log.line(drawn(Complaint.of(e)));
                fail(job, "", e);
            } catch (RuntimeException e) {
                StringWriter trace = new StringWriter();
                e.printStackTrace(new PrintWriter(trace, true));
                log.line("Winnow itself failed; please report this with the macro:\n" + trace);
                fail(job, "", UserError.data("Winnow itself failed: " + e, ""));
            }
        }
    }

    private void fail(String job, String place, UserError error) {
        tell(Lines.of("state", "failed", "job", job, "place", place, "error", error.message(), "help", error.help()));
    }

    private static String drawn(Complaint complaint) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        PrintStream err = new PrintStream(text, true, StandardCharsets.UTF_8);
        complaint.print(new Terminal(err, err, Terminal.Looks.PLAIN));
        return text.toString(StandardCharsets.UTF_8);
    }

    /** Returns the hashes of what a job left, by name. */
    static Map<String, Object> outputs(Path folder) {
        Map<String, Object> hashes = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                String name = String.valueOf(file.getFileName());
                if (name.endsWith(".bin") && !name.startsWith(".")) {
                    hashes.put(name, Hashes.sha256(file));
                }
            }
        } catch (IOException e) {
            throw UserError.data("cannot read '" + folder + "': " + e.getMessage(), "")
                    .because(e);
        }
        return hashes;
    }

    private synchronized void tell(Map<String, Object> message) {
        session.terminal().out().println(Json.writeLine(message));
        session.terminal().out().flush();
    }
}
