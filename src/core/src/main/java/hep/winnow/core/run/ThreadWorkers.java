package hep.winnow.core.run;

import hep.winnow.api.run.Workers;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/** Workers on a fixed pool. The caller works too, so that nested calls never wait for a free thread. */
public final class ThreadWorkers implements Workers, AutoCloseable {
    private final int threads;
    private final ExecutorService pool;

    /** Makes workers; {@code threads} is at least 1, and counts the caller. */
    public ThreadWorkers(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be at least 1, found " + threads);
        }
        this.threads = threads;
        AtomicInteger number = new AtomicInteger();
        int helpers = Math.max(1, threads - 1);
        this.pool = new ThreadPoolExecutor(helpers, helpers, 0, TimeUnit.SECONDS, new Tasks(), body -> {
            Thread thread = new Thread(body, "winnow-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    @Override
    public int threads() {
        return threads;
    }

    @Override
    public void forEach(int n, IntConsumer body) {
        if (threads == 1 || n <= 1) {
            for (int i = 0; i < n; i++) {
                body.accept(i);
            }
            return;
        }
        SharedLoop loop = new SharedLoop(n, body);
        for (int i = 1; i < Math.min(threads, n); i++) {
            pool.execute(loop);
        }
        loop.run();
        loop.await();
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }

    /** Tasks that are waited for awake at first: a training hands them over every fraction of a millisecond. */
    private static final class Tasks extends LinkedBlockingQueue<Runnable> {
        private static final long serialVersionUID = 1;

        @Override
        public Runnable take() throws InterruptedException {
            Patience.spin(() -> !isEmpty());
            return super.take();
        }
    }
}
