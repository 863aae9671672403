package hep.winnow.core.host;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Lets one thread end the work of another. */
final class Cancelling {
    private @Nullable Thread worker;
    private boolean isCancelled;

    /**
     * Works on this thread.
     *
     * @param work that ends by an exception soon after its thread is interrupted
     */
    <T> T during(Supplier<T> work) {
        begin();
        try {
            return work.get();
        } finally {
            end();
        }
    }

    private synchronized void begin() {
        if (worker != null) {
            throw new IllegalStateException("this session runs already; make one for each run");
        }
        worker = Thread.currentThread();
        isCancelled = false;
    }

    /** The interrupt was ours: it must not reach what the thread does next. */
    private synchronized void end() {
        worker = null;
        if (isCancelled) {
            boolean wasInterrupted = Thread.interrupted();
            isCancelled = wasInterrupted;
        }
    }

    synchronized void cancel() {
        if (worker != null) {
            isCancelled = true;
            worker.interrupt();
        }
    }
}
