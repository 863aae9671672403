package hep.winnow.core.host;

import hep.winnow.api.diagnostic.Diagnostic;
import hep.winnow.api.diagnostic.UserError;
import hep.winnow.core.Winnow;
import hep.winnow.core.access.FileAccess;
import hep.winnow.core.macro.Given;
import hep.winnow.core.macro.Program;
import hep.winnow.core.run.Deadline;
import hep.winnow.core.run.FailureCode;
import hep.winnow.core.run.InterruptedRunException;
import hep.winnow.core.run.RunFailure;
import hep.winnow.core.run.RunOptions;
import hep.winnow.core.run.RunResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;

/** One run of a macro: it works on the thread that asks for it, and can be cancelled by any other. Sessions know nothing of each other; as many as one likes may run at once. */
public final class Session {
    private final Winnow winnow;
    private final Given given;
    private final Path folder;
    private final RunOptions options;
    private final Optional<Duration> maxTime;
    private final HostListener listener;
    private final Cancelling cancelling = new Cancelling();

    Session(SessionBuilder built) {
        this.winnow = built.winnow;
        this.folder = built.folder;
        Path out = built.out.orElseGet(() -> built.folder.resolve("out"));
        FileAccess access = built.access.orElseGet(() -> FileAccess.none().reading(built.folder));
        this.given = Given.nothing()
                .with(built.values, built.folder)
                .with(built.wishes)
                .with(access.out(out))
                .withLimit(built.limit);
        this.options = new RunOptions(out, built.threads, version(), false, built.memory, built.clock);
        this.maxTime = built.maxTime;
        this.listener = new HostListener(built.output, built.listener);
    }

    private static String version() {
        return Optional.ofNullable(Winnow.class.getPackage().getImplementationVersion())
                .orElse("development");
    }

    /** Returns what is wrong with a macro, warnings included; headers of files are read, no events. */
    public List<Diagnostic> check(String name, String text) {
        return winnow.check(name, text, folder, given).diagnostics();
    }

    /**
     * Runs a macro that is a file.
     *
     * @throws MacroException as {@link #run(String, String)}, also if the file cannot be read
     */
    public Results run(Path macro) {
        Path file = folder.resolve(macro);
        try {
            given.access().checkRead(file);
            return run(macro.toString(), Files.readString(file, StandardCharsets.UTF_8));
        } catch (UserError e) {
            throw MacroException.of(FailureCode.of(e), e);
        } catch (IOException e) {
            UserError error = UserError.data("cannot read the macro '" + file + "'", "it is a text in UTF-8");
            throw MacroException.of(FailureCode.of(error), error);
        }
    }

    /**
     * Runs a macro.
     *
     * @param name of the macro, for messages and records
     * @param text the whole of it
     * @throws MacroException if it has mistakes, then nothing was run; or if something goes wrong while it runs
     * @throws CancellationException if it is cancelled
     * @throws IllegalStateException if the session runs already
     */
    public Results run(String name, String text) {
        return cancelling.during(() -> {
            Winnow.Checked checked = winnow.check(name, text, folder, given);
            if (checked.program().isEmpty()) {
                throw new MacroException(checked.diagnostics(), checked.texts(), null);
            }
            listener.diagnostics(checked);
            return run(checked, checked.program().get());
        });
    }

    private Results run(Winnow.Checked checked, Program program) {
        Supplier<RunResult> work = () -> winnow.run(program, options, listener);
        try {
            RunResult result = maxTime.isPresent() ? Deadline.within(maxTime.get(), work) : work.get();
            return new Results(result, listener.columns(), listener.text());
        } catch (RunFailure e) {
            Diagnostic diagnostic = Diagnostic.error(
                    FailureCode.of(e.error()),
                    e.statement().bound().span(),
                    e.error().message(),
                    "",
                    e.error().help());
            throw new MacroException(List.of(diagnostic), checked.texts(), e);
        } catch (UserError e) {
            throw MacroException.of(FailureCode.of(e), e);
        } catch (InterruptedRunException e) {
            CancellationException cancelled = new CancellationException("the run was cancelled");
            cancelled.initCause(e);
            throw cancelled;
        }
    }

    /** Cancels the run, from whatever thread, soon; does nothing if none is on. Files are left whole: the old ones or the new ones. */
    public void cancel() {
        cancelling.cancel();
    }
}
