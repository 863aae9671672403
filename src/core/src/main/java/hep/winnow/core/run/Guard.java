package hep.winnow.core.run;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.core.macro.Planned;
import hep.winnow.core.text.Bytes;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.util.Optional;
import java.util.stream.Stream;

/** Gives what goes wrong in a run its place in the macro. */
final class Guard {
    private Guard() {}

    /** Carries out a statement: an error of the user's, and memory that is full, are told of it. */
    static void statement(Planned statement, Runnable body) {
        try {
            body.run();
        } catch (UserError e) {
            throw new RunFailure(statement, e);
        } catch (OutOfMemoryError e) {
            throw new RunFailure(statement, full("", e));
        } catch (UncheckedIOException e) {
            throw interrupted(e);
        }
    }

    /** Makes a pass over the events. If the memory becomes full, the first statement that shares the pass, or that it is made for, is named. */
    static void reading(Plan plan, int stage, Runnable body) {
        try {
            body.run();
        } catch (OutOfMemoryError e) {
            Optional<Planned> first = plan.stages().stream()
                    .skip(stage)
                    .flatMap(s -> Stream.concat(s.fills().stream(), s.barriers().stream()))
                    .findFirst();
            UserError error = full(" while events are read", e);
            throw first.<RuntimeException>map(s -> new RunFailure(s, error)).orElse(error);
        } catch (UncheckedIOException e) {
            throw interrupted(e);
        }
    }

    private static UserError full(String when, OutOfMemoryError e) {
        long heap = Runtime.getRuntime().maxMemory();
        return UserError.data(
                        "the memory is full" + when + ": the heap has " + Bytes.text(heap),
                        "give it more, as in WINNOW_JAVA_OPTS=-Xmx" + (2 * heap >> 20)
                                + "m, or let events take less of it, as in set memory=25%; what is beyond goes to temporary files")
                .because(e);
    }

    /** An interrupt closes the temporary file that is read or written. */
    private static RuntimeException interrupted(UncheckedIOException e) {
        boolean isInterrupt = e.getCause() instanceof ClosedByInterruptException
                || e.getCause() instanceof ClosedChannelException
                        && Thread.currentThread().isInterrupted();
        return isInterrupt ? new InterruptedRunException() : e;
    }
}
