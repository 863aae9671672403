package hep.winnow.core.script;

import hep.winnow.core.host.HistogramResult;
import hep.winnow.core.host.Results;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.script.Bindings;

/** Values between a host and a macro. */
final class ScriptValues {
    /** What the results of a run are put under. */
    static final String RESULTS = "results";

    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{Nd}_]*");

    private ScriptValues() {}

    /** Returns what a macro can take: numbers, strings, booleans, lists and arrays of them, by names that a macro can have. All else is the host's own. */
    static Map<String, Object> in(Bindings bindings) {
        Map<String, Object> values = new LinkedHashMap<>();
        bindings.forEach((name, value) -> {
            Object plain = isArray(value) ? list(value) : value;
            if (NAME.matcher(name).matches() && isPlain(plain)) {
                values.put(name, plain);
            }
        });
        return values;
    }

    private static boolean isArray(Object value) {
        return value != null && value.getClass().isArray();
    }

    private static List<Object> list(Object array) {
        return IntStream.range(0, Array.getLength(array))
                .mapToObj(i -> Array.get(array, i))
                .toList();
    }

    private static boolean isPlain(Object value) {
        return value instanceof Number
                || value instanceof CharSequence
                || value instanceof Character
                || value instanceof Boolean
                || value instanceof List<?> list && list.stream().allMatch(ScriptValues::isPlain);
    }

    /** Puts what a run found: {@code results}, each model by its name, the fields of a name as a map, the histograms of a name as a list. */
    static void out(Results results, Bindings bindings) {
        bindings.put(RESULTS, results);
        bindings.putAll(results.models());
        Map<String, Map<String, Double>> fields = new LinkedHashMap<>();
        results.fields().forEach((name, value) -> {
            int dot = name.lastIndexOf('.');
            fields.computeIfAbsent(name.substring(0, dot), n -> new LinkedHashMap<>())
                    .put(name.substring(dot + 1), value);
        });
        bindings.putAll(fields);
        Map<String, List<HistogramResult>> histograms = new LinkedHashMap<>();
        for (HistogramResult histogram : results.histograms()) {
            if (!histogram.name().isEmpty()) {
                histograms
                        .computeIfAbsent(histogram.name(), n -> new ArrayList<>())
                        .add(histogram);
            }
        }
        bindings.putAll(histograms);
    }
}
