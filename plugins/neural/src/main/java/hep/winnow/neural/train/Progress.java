package hep.winnow.neural.train;

import hep.winnow.api.learn.EpochReport;
import hep.winnow.neural.layer.Parameters;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** How far a training got: its epochs so far, the best of them, and whether it is over. */
final class Progress {
    private final List<EpochReport> reports = new ArrayList<>();
    private final Parameters best;
    private final boolean stopsEarly;
    private final Course course;
    private int epochs;
    private double bestLoss = Double.POSITIVE_INFINITY;
    private int bestEpoch;
    private boolean isOver;

    /** Makes one at the start of a training from {@code start}. */
    Progress(Course course, Parameters start, boolean stopsEarly) {
        this.course = course;
        this.best = start.copy();
        this.stopsEarly = stopsEarly;
    }

    /** Takes up that an epoch ended; {@code goesOn} tells whether another can change anything. */
    void end(boolean goesOn) {
        epochs++;
        isOver = epochs >= course.epochs() || !goesOn;
    }

    /** Tells whether the epoch that ended is one to be evaluated. */
    boolean isToBeEvaluated() {
        return isOver || epochs % course.evaluate() == 0;
    }

    /** Takes up how the epoch that ended went; {@code parameters} are those at its end. */
    void add(EpochReport report, Parameters parameters) {
        reports.add(report);
        if (!stopsEarly || report.validLoss() < bestLoss) {
            bestLoss = report.validLoss();
            bestEpoch = report.epoch();
            best.set(parameters);
        }
        isOver |= stopsEarly && report.epoch() - bestEpoch >= course.patience();
    }

    List<EpochReport> reports() {
        return List.copyOf(reports);
    }

    int epochs() {
        return epochs;
    }

    int bestEpoch() {
        return bestEpoch;
    }

    Parameters best() {
        return best;
    }

    boolean isOver() {
        return isOver;
    }

    void save(DataOutput out) throws IOException {
        out.writeInt(epochs);
        Numbers.writeReports(out, reports);
        out.writeDouble(bestLoss);
        out.writeInt(bestEpoch);
        out.writeBoolean(isOver);
        Numbers.write(out, best);
    }

    void load(DataInput in) throws IOException {
        epochs = in.readInt();
        reports.addAll(Numbers.readReports(in));
        bestLoss = in.readDouble();
        bestEpoch = in.readInt();
        isOver = in.readBoolean();
        Numbers.read(in, best);
    }
}
