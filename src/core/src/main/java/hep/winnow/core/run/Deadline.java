package hep.winnow.core.run;

import hep.winnow.core.text.Numbers;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Ends work that takes longer than it may: interrupts its thread, as one who cancels a run does. */
public final class Deadline {
    private final CountDownLatch isOver = new CountDownLatch(1);
    private final Thread worker;
    private boolean isMissed;
    private boolean isDone;

    private Deadline(Thread worker) {
        this.worker = worker;
    }

    /**
     * Works, on this thread.
     *
     * @param limit of the time it may take
     * @param work ends by an exception, soon after its thread is interrupted
     * @throws LimitError if it takes longer
     */
    public static <T> T within(Duration limit, Supplier<T> work) {
        Deadline deadline = new Deadline(Thread.currentThread());
        Thread watch = new Thread(() -> deadline.watch(limit), "winnow-deadline");
        watch.setDaemon(true);
        watch.start();
        try {
            T result = work.get();
            deadline.end();
            return result;
        } catch (RuntimeException e) {
            // What was read or written while the thread was interrupted may have failed for that very reason.
            if (deadline.end()) {
                LimitError error = new LimitError(
                        "the macro takes longer than the " + Numbers.text(limit.toMillis() / 1000.0) + " s that it may",
                        "give it more time, or let it do less, as with set limit=");
                error.initCause(e);
                throw error;
            }
            throw e;
        }
    }

    private void watch(Duration limit) {
        try {
            if (!isOver.await(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                miss();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void miss() {
        if (!isDone) {
            isMissed = true;
            worker.interrupt();
        }
    }

    /** Ends the watch; returns whether it had struck, and takes its interrupt back. */
    private synchronized boolean end() {
        isDone = true;
        isOver.countDown();
        if (isMissed) {
            boolean wasInterrupted = Thread.interrupted();
            assert wasInterrupted || isMissed;
        }
        return isMissed;
    }
}
