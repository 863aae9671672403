package hep.winnow.imports.keras.net;

import hep.winnow.api.graph.Operation;
import java.util.OptionalInt;

/** The greatest number of a window, or the mean, for each channel; padding does not count. */
public final class Pool extends Op {
    private final Places places;
    private final boolean isGreatest;

    /** Makes one; {@code isGreatest} takes the greatest, else the mean. */
    public Pool(Places places, boolean isGreatest) {
        super(places.count() * places.channels());
        this.places = places;
        this.isGreatest = isGreatest;
    }

    @Override
    void one(double[][] in, double[] out) {
        for (int place = 0; place < places.count(); place++) {
            for (int c = 0; c < places.channels(); c++) {
                out[place * places.channels() + c] = number(in[0], place, c);
            }
        }
    }

    @Override
    OptionalInt add(Sink graph, int... arguments) {
        return places.window().isEmpty()
                ? OptionalInt.empty()
                : graph.add(new Operation.Pool(places.image(), places.window().get(), isGreatest), arguments);
    }

    private double number(double[] x, int place, int channel) {
        double greatest = Double.NEGATIVE_INFINITY;
        double sum = 0;
        int count = 0;
        for (int k = 0; k < places.covered(); k++) {
            int pixel = places.pixel(place, k);
            if (pixel >= 0) {
                greatest = Math.max(greatest, x[pixel + channel]);
                sum += x[pixel + channel];
                count++;
            }
        }
        return isGreatest ? greatest : sum / count;
    }
}
