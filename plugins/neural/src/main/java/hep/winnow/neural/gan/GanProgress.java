package hep.winnow.neural.gan;

import hep.winnow.api.learn.EpochReport;
import hep.winnow.neural.layer.Parameters;
import hep.winnow.neural.train.Numbers;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** How far a training got: its epochs so far, and both networks at the best of them. */
final class GanProgress {
    private final List<EpochReport> reports = new ArrayList<>();
    private final Parameters mean;
    private final Parameters judging;
    private double least = Double.POSITIVE_INFINITY;
    private int bestEpoch;

    /** Makes one at the start of a training with these networks. */
    GanProgress(Parameters mean, Parameters judging) {
        this.mean = mean.copy();
        this.judging = judging.copy();
    }

    /**
     * Takes up an epoch. Of epochs that are equally good the later one has learnt longer; without events that can judge the last is the best.
     *
     * @param distance between made and real events; NaN where nothing can judge
     */
    void add(EpochReport report, double distance, Parameters nowMean, Parameters nowJudging) {
        reports.add(report);
        if (distance <= least || Double.isNaN(distance)) {
            least = distance;
            bestEpoch = report.epoch();
            mean.set(nowMean);
            judging.set(nowJudging);
        }
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

    /** Returns the numbers of the generator at the best epoch. */
    Parameters mean() {
        return mean;
    }

    /** Returns those of the discriminator. */
    Parameters judging() {
        return judging;
    }

    void save(DataOutput out) throws IOException {
        Numbers.writeReports(out, reports);
        out.writeDouble(least);
        out.writeInt(bestEpoch);
        Numbers.write(out, mean);
        Numbers.write(out, judging);
    }

    void load(DataInput in) throws IOException {
        reports.addAll(Numbers.readReports(in));
        least = in.readDouble();
        bestEpoch = in.readInt();
        Numbers.read(in, mean);
        Numbers.read(in, judging);
    }
}
