package hep.winnow.imports.keras.net;

import hep.winnow.api.graph.Graph;
import hep.winnow.api.graph.Precision;
import hep.winnow.api.learn.ForeignScorer;
import hep.winnow.kernels.FloatMatrix;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Scores events by a net: in floats by the kernels, block by block, or in doubles, one by one. */
public final class NetScorer implements ForeignScorer {
    private static final int BLOCK = 256;
    /** Numbers of a block at all nodes together. */
    private static final long MOST = 1 << 23;

    private final Net net;
    private final Precision precision;
    private final double threshold;
    private final int block;
    private final ConcurrentLinkedQueue<Net.Pass> idle = new ConcurrentLinkedQueue<>();

    /** Makes one. */
    public NetScorer(Net net, Precision precision, double threshold) {
        this.net = net;
        this.precision = precision;
        this.threshold = threshold;
        this.block = (int) Math.max(1, Math.min(BLOCK, MOST / net.numbers()));
    }

    @Override
    public int inputs() {
        return net.inputs();
    }

    @Override
    public int outputs() {
        return net.outputs();
    }

    @Override
    public int parameters() {
        return net.parameters();
    }

    @Override
    public Optional<Graph> graph() {
        return net.graph(precision);
    }

    @Override
    public double threshold() {
        return threshold;
    }

    @Override
    public void score(double[] x, int rows, double[] out) {
        if (precision == Precision.DOUBLE) {
            for (int i = 0; i < rows; i++) {
                double[] scores = net.one(Arrays.copyOfRange(x, i * inputs(), (i + 1) * inputs()));
                System.arraycopy(scores, 0, out, i * scores.length, scores.length);
            }
            return;
        }
        Net.Pass found = idle.poll();
        Net.Pass pass = found == null ? net.pass(block) : found;
        for (int first = 0; first < rows; first += block) {
            block(pass, x, first, Math.min(block, rows - first), out);
        }
        idle.add(pass);
    }

    private void block(Net.Pass pass, double[] x, int first, int rows, double[] out) {
        int n = inputs();
        for (int i = 0; i < rows; i++) {
            float[] row = pass.event().row(i);
            for (int j = 0; j < n; j++) {
                row[j] = (float) x[(first + i) * n + j];
            }
        }
        FloatMatrix scores = pass.forward(rows);
        for (int i = 0; i < rows; i++) {
            float[] row = scores.row(i);
            for (int j = 0; j < scores.columns(); j++) {
                out[(first + i) * scores.columns() + j] = row[j];
            }
        }
    }
}
