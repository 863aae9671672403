package hep.winnow.core.model;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.core.text.Json;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code selftest.json}: some events and how the model scored them when it was written. */
final class SelfTest {
    private SelfTest() {}

    static String write(SavedModel model) {
        List<Object> events = new ArrayList<>();
        for (double[] event : model.test()) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("inputs", boxed(event));
            entry.put("scores", boxed(model.score(event)));
            events.add(entry);
        }
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("events", events);
        return Json.writeValue(root);
    }

    private static List<Object> boxed(double[] values) {
        List<Object> out = new ArrayList<>();
        for (double v : values) {
            out.add(v);
        }
        return out;
    }

    /** Scores the events anew; a bit that differs is an error. */
    static void check(Map<?, ?> json, SavedModel model) {
        if (!(json.get("events") instanceof List<?> events)) {
            throw UserError.data("its self-test is damaged", "copy it again");
        }
        int number = 0;
        for (Object event : events) {
            number++;
            double[] inputs = unboxed(((Map<?, ?>) event).get("inputs"));
            double[] expected = unboxed(((Map<?, ?>) event).get("scores"));
            double[] found = model.score(inputs);
            if (!Arrays.equals(expected, found)) {
                throw UserError.data(
                        "its self-test fails: event " + number + " scores " + Arrays.toString(found) + ", it was "
                                + Arrays.toString(expected) + " when the model was written",
                        "the file is damaged, or the plugin that reads it is of another version");
            }
        }
    }

    private static double[] unboxed(@Nullable Object list) {
        if (!(list instanceof List<?> values)) {
            throw UserError.data("its self-test is damaged", "copy it again");
        }
        return values.stream()
                .mapToDouble(v -> v instanceof Number n ? n.doubleValue() : Double.NaN)
                .toArray();
    }
}
