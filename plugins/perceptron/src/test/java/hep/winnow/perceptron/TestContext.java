package hep.winnow.perceptron;

import hep.winnow.api.learn.EpochReport;
import hep.winnow.api.learn.TrainingContext;
import hep.winnow.api.random.RandomStream;
import hep.winnow.api.run.Workers;
import java.util.ArrayList;
import java.util.List;

/** A context that remembers what it was told. */
final class TestContext implements TrainingContext {
    final List<EpochReport> reports = new ArrayList<>();
    final List<String> warnings = new ArrayList<>();
    private final long seed;
    int bestEpoch = -1;

    TestContext(long seed) {
        this.seed = seed;
    }

    @Override
    public String name() {
        return "p";
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
        return Workers.sequential();
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
