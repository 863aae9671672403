package hep.winnow.app.macro;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Ends a run when the process is told to end, as by Ctrl-C: interrupts the thread that runs, and gives it time to tidy up. */
final class Interruption implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 5;

    private final CountDownLatch isOver = new CountDownLatch(1);
    private final Thread hook;
    private volatile boolean isRequested;

    private Interruption(Thread runner) {
        this.hook = new Thread(() -> end(runner), "interruption");
    }

    /** Watches over a run on a thread; until it is closed. */
    static Interruption of(Thread runner) {
        Interruption interruption = new Interruption(runner);
        Runtime.getRuntime().addShutdownHook(interruption.hook);
        return interruption;
    }

    private void end(Thread runner) {
        isRequested = true;
        runner.interrupt();
        try {
            boolean isTidy = isOver.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assert isTidy || runner.isAlive();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Tells whether the process is about to end. */
    boolean isRequested() {
        return isRequested;
    }

    @Override
    public void close() {
        isOver.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending: the hook is at work, and has been told that the run is over.
            return;
        }
    }
}
