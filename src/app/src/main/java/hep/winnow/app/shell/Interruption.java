package hep.winnow.app.shell;

import hep.winnow.core.run.InterruptedRunException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;

/**
 * Ends work when the process is told to end, as by Ctrl-C: interrupts the thread that works, and gives it time to tidy
 * up, so that nothing half-written stays behind.
 */
public final class Interruption {
    private static final long PATIENCE_SECONDS = 5;

    private final CountDownLatch isOver = new CountDownLatch(1);
    private final Thread hook;
    private volatile boolean isRequested;

    private Interruption(Thread worker) {
        this.hook = new Thread(() -> end(worker), "interruption");
    }

    /**
     * Works, on this thread, and watches over it.
     *
     * @param work returns the exit status; it ends by an exception when its thread is interrupted
     * @return the exit status
     */
    public static int during(Terminal terminal, IntSupplier work) {
        Interruption interruption = new Interruption(Thread.currentThread());
        Runtime.getRuntime().addShutdownHook(interruption.hook);
        try {
            return work.getAsInt();
        } catch (RuntimeException e) {
            // What is read or written while the process ends may fail for that very reason.
            if (e instanceof InterruptedRunException || interruption.isRequested) {
                terminal.err().println(terminal.errPaint().yellow("interrupted"));
                return Status.INTERRUPTED;
            }
            throw e;
        } finally {
            interruption.close();
        }
    }

    private void end(Thread worker) {
        isRequested = true;
        worker.interrupt();
        try {
            boolean isTidy = isOver.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assert isTidy || worker.isAlive();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void close() {
        isOver.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending: the hook is at work, and has been told that the work is over.
            return;
        }
    }
}
