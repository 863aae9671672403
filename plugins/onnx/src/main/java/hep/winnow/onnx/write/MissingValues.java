package hep.winnow.onnx.write;

import hep.winnow.api.graph.Operation;
import hep.winnow.onnx.proto.ElementType;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** What stands in for missing numbers, and what becomes of events that lack one all the same. */
final class MissingValues {
    private MissingValues() {}

    /**
     * Fills what is missing. Sentinels are looked for in the numbers as they come, before they are widened.
     *
     * @param from type of {@code x}
     * @param to type of what is made
     */
    static String fill(OnnxBuilder out, Operation.Fill fill, String x, ElementType from, ElementType to) {
        int most = fill.sentinels().stream().mapToInt(s -> s.length).max().orElse(0);
        String wide = from == to ? x : out.cast(x, to);
        if (most == 0 && Arrays.stream(fill.fill()).allMatch(Double::isNaN)) {
            return wide;
        }
        String isMissing = out.add("IsNaN", x);
        for (int s = 0; s < most; s++) {
            int which = s;
            double[] row = fill.sentinels().stream()
                    .mapToDouble(all -> which < all.length ? all[which] : Double.NaN)
                    .toArray();
            isMissing = out.add("Or", isMissing, out.add("Equal", x, out.row(from, row)));
        }
        return out.add("Where", isMissing, out.row(to, fill.fill()), wide);
    }

    /** Returns, for each number, 1 if it is finite and else 0, as floats. */
    static String isFinite(OnnxBuilder out, String x, ElementType type) {
        String greatest = out.row(type, type == ElementType.FLOAT ? Float.MAX_VALUE : Double.MAX_VALUE);
        return out.cast(out.add("LessOrEqual", out.add("Abs", x), greatest), ElementType.FLOAT);
    }

    /** Returns {@code value} for events all of whose tests are 1; else NaN. */
    static String where(OnnxBuilder out, List<String> tested, String value, ElementType type) {
        String all = out.add("Concat", Map.of("axis", 1L), tested.toArray(String[]::new));
        String least = out.add("ReduceMin", Map.of("axes", List.of(1L), "keepdims", 1L), all);
        return out.add("Where", out.cast(least, ElementType.BOOL), value, out.row(type, Double.NaN));
    }
}
