package hep.winnow.core.run;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** Indices that several threads take one by one. What the lowest failing index threw is thrown to the thread that made the loop, which waits for all. */
final class SharedLoop implements Runnable {
    private final int size;
    private final IntConsumer body;
    private final Thread waiting = Thread.currentThread();
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger finished = new AtomicInteger();
    private int failedAt = Integer.MAX_VALUE;
    private @Nullable Throwable failure;

    SharedLoop(int size, IntConsumer body) {
        this.size = size;
        this.body = body;
    }

    @Override
    public void run() {
        for (int i = next.getAndIncrement(); i < size; i = next.getAndIncrement()) {
            int done = 1;
            try {
                body.accept(i);
            } catch (RuntimeException | Error e) {
                fail(i, e);
                // Later indices need not begin; those below this one have begun, since they are taken in order.
                done += Math.max(0, size - next.getAndSet(size));
            }
            if (finished.addAndGet(done) == size) {
                LockSupport.unpark(waiting);
            }
        }
    }

    private synchronized void fail(int i, Throwable thrown) {
        if (i < failedAt) {
            failedAt = i;
            failure = thrown;
        }
    }

    private boolean isFinished() {
        return finished.get() == size;
    }

    /** Waits for all. Others are mostly done a moment later, which is less than it takes to fall asleep and to be woken up. */
    void await() {
        Patience.spin(this::isFinished);
        boolean isInterrupted = false;
        while (!isFinished()) {
            LockSupport.park(this);
            isInterrupted |= Thread.interrupted();
        }
        if (isInterrupted) {
            Thread.currentThread().interrupt();
        }
        rethrow();
    }

    private synchronized void rethrow() {
        if (failure instanceof RuntimeException e) {
            throw e;
        }
        if (failure instanceof Error e) {
            throw e;
        }
    }
}
