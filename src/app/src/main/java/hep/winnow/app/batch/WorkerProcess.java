package hep.winnow.app.batch;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.app.Main;
import hep.winnow.app.shell.Status;
import hep.winnow.core.text.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;

/**
 * A process that does jobs. It is this program once more, with the same JVM flags, and a share of the memory.
 *
 * <p>A process, and not a thread: where one runs out of memory, or the JVM crashes in native code, the others go on. It does one job after the other, and not one alone, because a JVM takes half a
 * second to start and as long to become fast.
 */
final class WorkerProcess {
    /** What the JVM ends with where its memory is full. */
    private static final int OUT_OF_MEMORY = 3;

    private static final double MEMORY_PERCENT = 60;
    private static final int TAIL = 2000;

    private final Process process;
    private final Writer orders;
    private final Path errors;
    private Optional<Job> job = Optional.empty();
    private boolean isReady;

    /**
     * What a worker tells; {@code message} is empty when it has ended.
     *
     * @param worker which
     * @param message the object that it wrote
     */
    record Message(WorkerProcess worker, Optional<Map<String, Object>> message) {}

    private WorkerProcess(Process process, Path errors) {
        this.process = process;
        this.orders = process.outputWriter(StandardCharsets.UTF_8);
        this.errors = errors;
    }

    /**
     * Starts a process.
     *
     * @param assignment of the batch
     * @param plugins folders of plugins
     * @param share of the memory: one of so many
     * @param errors file for what the JVM itself says
     * @param messages where what it tells goes
     */
    static WorkerProcess start(
            Assignment assignment, List<Path> plugins, int share, Path errors, BlockingQueue<Message> messages) {
        try {
            Files.createDirectories(errors.toAbsolutePath().getParent());
            ProcessBuilder builder = new ProcessBuilder(command(plugins, share)).redirectError(errors.toFile());
            WorkerProcess worker = new WorkerProcess(builder.start(), errors);
            Thread ear = new Thread(() -> worker.listen(messages), "worker");
            ear.setDaemon(true);
            ear.start();
            worker.send(assignment.toMap());
            return worker;
        } catch (IOException e) {
            throw UserError.data("cannot start a process for jobs: " + e.getMessage(), "")
                    .because(e);
        }
    }

    private static List<String> command(List<Path> plugins, int share) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add(String.format(Locale.ROOT, "-XX:MaxRAMPercentage=%.1f", MEMORY_PERCENT / share));
        for (String flag : ManagementFactory.getRuntimeMXBean().getInputArguments()) {
            if (isInherited(flag)) {
                command.add(flag);
            }
        }
        command.add("-XX:+ExitOnOutOfMemoryError");
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(Main.class.getName());
        plugins.forEach(p -> command.add("--plugins=" + p.toAbsolutePath()));
        command.add("batch-worker");
        return command;
    }

    /** What tells of this process's own streams, memory or debugger is not for another. */
    private static boolean isInherited(String flag) {
        return !flag.startsWith("-Dwinnow.stderr")
                && !flag.startsWith("-Dwinnow.terminals")
                && !flag.startsWith("-Dwinnow.columns")
                && !flag.startsWith("-XX:MaxRAMPercentage")
                && !flag.startsWith("-XX:ArchiveClassesAtExit")
                && !flag.startsWith("-agentlib")
                && !flag.startsWith("-javaagent");
    }

    private void listen(BlockingQueue<Message> messages) {
        try (BufferedReader in = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                Optional<Map<String, Object>> message = Lines.object(line);
                message.ifPresent(m -> messages.add(new Message(this, Optional.of(m))));
            }
            process.waitFor();
        } catch (IOException | InterruptedException e) {
            // It is over, either way.
            process.destroyForcibly();
        }
        messages.add(new Message(this, Optional.empty()));
    }

    private void send(Map<String, Object> order) {
        try {
            orders.write(Json.writeLine(order) + "\n");
            orders.flush();
        } catch (IOException e) {
            // It has ended, which its ear tells.
            process.destroyForcibly();
        }
    }

    /** Lets it do a job. */
    void give(Job next, Path folder) {
        job = Optional.of(next);
        send(Lines.of(
                "job",
                next.key(),
                "first",
                (long) next.first(),
                "count",
                (long) next.files().size(),
                "folder",
                folder.toString()));
    }

    /** Returns the job that it does. */
    Optional<Job> job() {
        return job;
    }

    /** Takes the job away, which is done. */
    void rest() {
        job = Optional.empty();
    }

    boolean isIdle() {
        return isReady && job.isEmpty();
    }

    void ready() {
        isReady = true;
    }

    boolean isReady() {
        return isReady;
    }

    /** Says why it ended. */
    String obituary() {
        int status = process.exitValue();
        if (status == OUT_OF_MEMORY) {
            return "its process ran out of memory";
        }
        return status > 128
                ? "its process was killed by signal " + (status - 128)
                : "its process ended with status " + status;
    }

    /** Returns the end of what the JVM itself said. */
    String lastWords() {
        try {
            String text = Files.readString(errors, StandardCharsets.ISO_8859_1)
                    .replaceFirst("WARNING: Using incubator modules: [\\w.]+\\R?", "")
                    .strip();
            return text.substring(Math.max(0, text.length() - TAIL));
        } catch (IOException e) {
            return "";
        }
    }

    /** Ends it at once. */
    void kill() {
        process.destroyForcibly();
    }

    /** Waits until it is gone, and leaves no file of words that it did not say. */
    void await() {
        process.onExit().join();
        try {
            if (lastWords().isEmpty()) {
                Files.deleteIfExists(errors);
            }
        } catch (IOException e) {
            // An empty file does no harm.
            return;
        }
    }

    /** Tells whether the user stopped it, as Ctrl-C stops all processes of a terminal. */
    boolean isInterrupted() {
        return process.exitValue() == Status.INTERRUPTED;
    }
}
