package hep.winnow.core.run;

import hep.winnow.api.learn.Checkpoints;
import hep.winnow.api.learn.EpochReport;
import hep.winnow.api.learn.History;
import hep.winnow.api.learn.Model;
import hep.winnow.api.learn.TrainingContext;
import hep.winnow.api.random.RandomStream;
import hep.winnow.api.run.Scratch;
import hep.winnow.api.run.Workers;
import hep.winnow.core.macro.ModelDecl;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A learner's view of the run. */
final class LearnerContext implements TrainingContext {
    private final Engine engine;
    private final Context context;
    private final ModelDecl decl;
    private final List<String> inputs;
    private final Optional<Model> warm;
    private final List<EpochReport> epochs = new ArrayList<>();
    private int bestEpoch;
    private int total;
    private boolean isStopped;

    LearnerContext(Engine engine, Context context, ModelDecl decl, List<String> inputs, Optional<Model> warm) {
        this.engine = engine;
        this.context = context;
        this.decl = decl;
        this.inputs = List.copyOf(inputs);
        this.warm = warm;
    }

    History history(double seconds) {
        engine.listener().progressDone();
        if (isStopped) {
            warn("stopped by hand after epoch " + epochs.get(epochs.size() - 1).epoch() + " of at most " + total
                    + "; a run of the macro trains on");
        }
        return new History(epochs, bestEpoch, seconds);
    }

    @Override
    public String name() {
        return decl.name();
    }

    @Override
    public List<String> inputs() {
        return inputs;
    }

    @Override
    public RandomStream random() {
        return new RandomStream(engine.seed()).stream("train/" + decl.name());
    }

    @Override
    public Workers workers() {
        return engine.workers();
    }

    @Override
    public void epoch(EpochReport report, int most) {
        epochs.add(report);
        total = most;
        engine.listener().epoch(decl.name(), report, most);
    }

    @Override
    public boolean isStopWanted() {
        isStopped |= !epochs.isEmpty() && engine.listener().stopsTraining();
        return isStopped;
    }

    @Override
    public void bestEpoch(int epoch) {
        bestEpoch = epoch;
    }

    @Override
    public Optional<Model> warm() {
        return warm;
    }

    @Override
    public Checkpoints checkpoints() {
        RunOptions options = engine.options();
        return new FileCheckpoints(
                options.out().resolve("checkpoints").resolve(decl.name()), options.resumes(), engine.access());
    }

    @Override
    public Scratch scratch() {
        return engine.events().memory();
    }

    @Override
    public void print(String text) {
        context.print(decl.name() + ": " + text);
    }

    @Override
    public void warn(String message) {
        context.warn(decl.name() + ": " + message);
    }

    @Override
    public void checkInterrupted() {
        Interrupts.check();
    }
}
