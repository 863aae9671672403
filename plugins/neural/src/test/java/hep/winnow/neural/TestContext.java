package hep.winnow.neural;

import hep.winnow.api.learn.EpochReport;
import hep.winnow.api.learn.TrainingContext;
import hep.winnow.api.random.RandomStream;
import hep.winnow.api.run.Workers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** A context that remembers what it was told. */
public class TestContext implements TrainingContext {
    public final List<EpochReport> reports = new ArrayList<>();
    public final List<String> warnings = new ArrayList<>();
    private final long seed;
    private final Workers workers;
    public int bestEpoch = -1;

    public TestContext(long seed) {
        this(seed, Workers.sequential());
    }

    public TestContext(long seed, Workers workers) {
        this.seed = seed;
        this.workers = workers;
    }

    /** Returns workers on so many threads; the last index is started first, so that an order that matters is found out. */
    public static Workers threads(int n) {
        return new Workers() {
            private final ForkJoinPool pool = new ForkJoinPool(n);

            @Override
            public int threads() {
                return n;
            }

            @Override
            public void forEach(int count, IntConsumer body) {
                List<ForkJoinTask<?>> tasks = new ArrayList<>();
                IntStream.range(0, count)
                        .map(i -> count - 1 - i)
                        .forEach(i -> tasks.add(pool.submit(() -> body.accept(i))));
                tasks.forEach(ForkJoinTask::join);
            }
        };
    }

    @Override
    public String name() {
        return "nn";
    }

    @Override
    public List<String> inputs() {
        return List.of("a", "b");
    }

    @Override
    public RandomStream random() {
        return new RandomStream(seed);
    }

    @Override
    public Workers workers() {
        return workers;
    }

    @Override
    public void epoch(EpochReport report, int epochs) {
        reports.add(report);
    }

    @Override
    public void bestEpoch(int epoch) {
        bestEpoch = epoch;
    }

    @Override
    public void warn(String message) {
        warnings.add(message);
    }

    @Override
    public void checkInterrupted() {}
}
