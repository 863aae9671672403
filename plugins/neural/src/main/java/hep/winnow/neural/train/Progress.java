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
    private double bestLoss = Double.POSITIVE_INFINITY;
    private int bestEpoch;
    private boolean isOver;

    /** Makes one at the start of a training from {@code start}. */
    Progress(Course course, Parameters start, boolean stopsEarly) {
        this.course = course;
        this.best = start.copy();
        this.stopsEarly = stopsEarly;
    }

    /**
     * Takes up an epoch.
     *
     * @param parameters at its end
     * @param goesOn whether another can change anything
     */
    void add(EpochReport report, Parameters parameters, boolean goesOn) {
        reports.add(report);
        if (!stopsEarly || report.validLoss() < bestLoss) {
            bestLoss = report.validLoss();
            bestEpoch = report.epoch();
            best.set(parameters);
        }
        boolean isPatient = !stopsEarly || report.epoch() - bestEpoch < course.patience();
        isOver = report.epoch() >= course.epochs() || !goesOn || !isPatient;
    }

    List<EpochReport> reports() {
        return List.copyOf(reports);
    }

    int epochs() {
        return reports.size();
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
        Numbers.writeReports(out, reports);
        out.writeDouble(bestLoss);
        out.writeInt(bestEpoch);
        out.writeBoolean(isOver);
        Numbers.write(out, best);
    }

    void load(DataInput in) throws IOException {
        reports.addAll(Numbers.readReports(in));
        bestLoss = in.readDouble();
        bestEpoch = in.readInt();
        isOver = in.readBoolean();
        Numbers.read(in, best);
    }
}
