package hep.winnow.onnx.write;

import hep.winnow.api.graph.Operation;
import hep.winnow.onnx.proto.ElementType;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Straight lines between knots: a binary search of all events and columns at once. Each column has a stretch of 2^p places in one table of knots; what is not used of it is infinite, and lies above every number. After p steps each
 * event has the place of the last knot that is not above it.
 */
final class KnotSearch {
    private KnotSearch() {}

    static String add(OnnxBuilder out, Operation.Interpolate op, String x, ElementType type) {
        int columns = op.from().length;
        int most = Arrays.stream(op.from()).mapToInt(k -> k.length).max().orElse(1);
        int stretch = most == 1 ? 1 : Integer.highestOneBit(most - 1) * 2;
        double[] knots = new double[columns * stretch];
        double[] values = new double[knots.length];
        double[] slopes = new double[knots.length];
        double[] starts = new double[columns];
        Arrays.fill(knots, Double.POSITIVE_INFINITY);
        for (int f = 0; f < columns; f++) {
            int at = f * stretch;
            starts[f] = at;
            double[] from = op.from()[f];
            double[] to = op.to()[f];
            System.arraycopy(from, 0, knots, at, from.length);
            System.arraycopy(to, 0, values, at, to.length);
            for (int k = 0; k + 1 < from.length; k++) {
                double slope = (to[k + 1] - to[k]) / (from[k + 1] - from[k]);
                slopes[at + k] = Double.isFinite(slope) ? slope : 0;
            }
        }
        List<Long> size = List.of((long) knots.length);
        String table = out.constant(type, size, knots);
        String low =
                out.row(type, Arrays.stream(op.from()).mapToDouble(k -> k[0]).toArray());
        String high = out.row(
                type, Arrays.stream(op.from()).mapToDouble(k -> k[k.length - 1]).toArray());
        String inside = out.add("Min", out.add("Max", x, low), high);
        String place = place(out, table, inside, out.row(ElementType.INT64, starts), stretch);
        String past = out.add("Sub", inside, gather(out, table, place));
        String rise = out.add("Mul", past, gather(out, out.constant(type, size, slopes), place));
        return out.add("Add", gather(out, out.constant(type, size, values), place), rise);
    }

    private static String place(OnnxBuilder out, String table, String x, String starts, int stretch) {
        String place = starts;
        String stay = out.wholes(0);
        for (int step = stretch / 2; step >= 1; step /= 2) {
            String ahead = out.wholes(step);
            String knot = gather(out, table, out.add("Add", place, ahead));
            place = out.add("Add", place, out.add("Where", out.add("GreaterOrEqual", x, knot), ahead, stay));
        }
        return place;
    }

    private static String gather(OnnxBuilder out, String table, String place) {
        return out.add("Gather", Map.of("axis", 0L), table, place);
    }
}
