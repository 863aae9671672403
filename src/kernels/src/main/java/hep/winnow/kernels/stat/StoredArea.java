package hep.winnow.kernels.stat;

/** The area under a ROC curve by going through events in the order of their scores. */
final class StoredArea {
    private final double[] sum = new double[2];
    private boolean isNumber = true;
    private double here = Double.NaN;
    private double tiedSignal;
    private double tiedBackground;
    private double below;
    private double area;
    private final StoredOrder events;

    StoredArea(StoredOrder events) {
        this.events = events;
    }

    double value() {
        double[] sums = events.sums();
        sum[0] = sums[0];
        sum[1] = sums[1];
        boolean isComplete = sum[0] != 0 && sum[1] != 0 && Double.isFinite(sum[0]) && Double.isFinite(sum[1]);
        if (!isComplete) {
            return Double.NaN;
        }
        events.forEach(this::add);
        end();
        return isNumber ? area / sum[1] : Double.NaN;
    }

    private void add(double score, double weight, double none, int label) {
        if (label != 0 && label != 1) {
            return;
        }
        isNumber &= !Double.isNaN(score);
        if (score != here) {
            end();
            here = score;
        }
        if (label == 1) {
            tiedSignal += weight;
        } else {
            tiedBackground += weight;
        }
    }

    private void end() {
        area += tiedSignal * ((below + tiedBackground / 2) / sum[0]);
        below += tiedBackground;
        tiedSignal = 0;
        tiedBackground = 0;
    }
}
