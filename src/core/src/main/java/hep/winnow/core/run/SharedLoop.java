package hep.winnow.core.run;

import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** Indices that several threads take one by one. What the lowest failing index threw is thrown to whoever waits. */
final class SharedLoop implements Runnable {
    private final int size;
    private final IntConsumer body;
    private int next;
    private int finished;
    private int failedAt = Integer.MAX_VALUE;
    private @Nullable Throwable failure;

    SharedLoop(int size, IntConsumer body) {
        this.size = size;
        this.body = body;
    }

    @Override
    public void run() {
        for (int i = take(); i < size; i = take()) {
            Throwable thrown = null;
            try {
                body.accept(i);
            } catch (RuntimeException | Error e) {
                thrown = e;
            }
            finish(i, thrown);
        }
    }

    private synchronized int take() {
        return next < size ? next++ : size;
    }

    private synchronized void finish(int i, @Nullable Throwable thrown) {
        finished++;
        if (thrown != null && i < failedAt) {
            failedAt = i;
            failure = thrown;
            // Later indices need not begin; those below this one have begun, since they are taken in order.
            finished += size - next;
            next = size;
        }
        if (finished == size) {
            notifyAll();
        }
    }

    synchronized void await() {
        boolean isInterrupted = false;
        while (finished < size) {
            try {
                wait();
            } catch (InterruptedException e) {
                isInterrupted = true;
            }
        }
        if (isInterrupted) {
            Thread.currentThread().interrupt();
        }
        if (failure instanceof RuntimeException e) {
            throw e;
        }
        if (failure instanceof Error e) {
            throw e;
        }
    }
}
