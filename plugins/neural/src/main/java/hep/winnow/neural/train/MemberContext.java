package hep.winnow.neural.train;

import hep.winnow.api.learn.Checkpoints;
import hep.winnow.api.learn.EpochReport;
import hep.winnow.api.learn.Model;
import hep.winnow.api.learn.TrainingContext;
import hep.winnow.api.random.RandomStream;
import hep.winnow.api.run.Scratch;
import hep.winnow.api.run.Workers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a member of an ensemble sees: a random stream and checkpoints of its own. What it tells is kept for later. */
final class MemberContext implements TrainingContext {
    private final TrainingContext whole;
    private final int member;
    private final List<EpochReport> reports = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private int best;

    /** Makes that of a member, 0 for the first. */
    MemberContext(TrainingContext whole, int member) {
        this.whole = whole;
        this.member = member;
    }

    List<EpochReport> reports() {
        return reports;
    }

    List<String> warnings() {
        return warnings;
    }

    int best() {
        return best;
    }

    @Override
    public String name() {
        return whole.name();
    }

    @Override
    public List<String> inputs() {
        return whole.inputs();
    }

    @Override
    public RandomStream random() {
        return member == 0 ? whole.random() : whole.random().stream("member").stream(member);
    }

    @Override
    public Workers workers() {
        return whole.workers();
    }

    @Override
    public void epoch(EpochReport report, int epochs) {
        reports.add(report);
    }

    @Override
    public void bestEpoch(int epoch) {
        best = epoch;
    }

    @Override
    public Optional<Model> warm() {
        return whole.warm();
    }

    @Override
    public Checkpoints checkpoints() {
        Checkpoints kept = whole.checkpoints();
        return new Checkpoints() {
            @Override
            public Optional<byte[]> load(String name) {
                return kept.load(mine(name));
            }

            @Override
            public void save(String name, byte[] bytes) {
                kept.save(mine(name), bytes);
            }

            @Override
            public String place(String name) {
                return kept.place(mine(name));
            }
        };
    }

    private String mine(String name) {
        return name + "-" + (member + 1);
    }

    @Override
    public Scratch scratch() {
        return whole.scratch();
    }

    @Override
    public void print(String text) {
        if (member == 0) {
            whole.print(text);
        }
    }

    @Override
    public void warn(String message) {
        warnings.add(message);
    }

    @Override
    public boolean isStopWanted() {
        return whole.isStopWanted();
    }

    @Override
    public void checkInterrupted() {
        whole.checkInterrupted();
    }
}
