package hep.winnow.acceptance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/** A program that is started as a user starts it: its launcher, the folder it is started in, its variables. */
final class Program {
    private final Path launcher;
    private final Path folder;
    private final Map<String, String> variables = new TreeMap<>();
    private final List<String> prefix = new ArrayList<>();

    private Program(Path launcher, Path folder) {
        this.launcher = launcher;
        this.folder = folder;
        // The JDK that runs the tests is the one to be tested.
        variables.put("WINNOW_JAVA_HOME", System.getProperty("java.home"));
    }

    /** Returns the packaged program of this checkout, as it is built, started in {@code folder}. */
    static Program packaged(Path folder) {
        return of(Checkout.ROOT.resolve("winnow"), folder).with("WINNOW_NO_BUILD", "yes");
    }

    /** Returns the program that {@code launcher} starts in {@code folder}. */
    static Program of(Path launcher, Path folder) {
        return new Program(launcher, folder);
    }

    /** Sets an environment variable. */
    Program with(String variable, String value) {
        variables.put(variable, value);
        return this;
    }

    /**
     * Lets it heed SIGINT, where the system has a command for that: a shell without job control starts what runs in its background so that it ignores the signal, which children inherit.
     */
    Program heedingInterrupts() throws IOException, InterruptedException {
        List<String> env = List.of("env", "--default-signal=INT");
        List<String> trial = new ArrayList<>(env);
        trial.add("true");
        Process process = new ProcessBuilder(trial)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (process.waitFor() == 0) {
            prefix.addAll(env);
        }
        return this;
    }

    /** Runs it to its end. */
    Outcome run(String... arguments) throws IOException, InterruptedException {
        Process process = start(arguments);
        process.getOutputStream().close();
        CompletableFuture<String> out = CompletableFuture.supplyAsync(() -> text(process.getInputStream()));
        CompletableFuture<String> err = CompletableFuture.supplyAsync(() -> text(process.getErrorStream()));
        return new Outcome(process.waitFor(), out.join(), err.join());
    }

    /** Runs it to its end with both streams in one. */
    String runWithStreamsJoined(String... arguments) throws IOException, InterruptedException {
        Process process = builder(arguments).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String text = text(process.getInputStream());
        process.waitFor();
        return text;
    }

    /** Starts it and does not wait. */
    Process start(String... arguments) throws IOException {
        return builder(arguments).start();
    }

    private ProcessBuilder builder(String... arguments) {
        List<String> command = new ArrayList<>(prefix);
        command.add(launcher.toString());
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().putAll(variables);
        return builder;
    }

    private static String text(InputStream stream) {
        try (stream) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How a run ended. */
    record Outcome(int exitCode, String out, String err) {}
}
