package hep.winnow.core.model;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.core.text.Json;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code selftest.json}: some events and how the model scored them when it was written. */
final class SelfTest {
    private SelfTest() {}

    static String write(SavedModel model) {
        List<Object> events = new ArrayList<>();
        for (double[] event : model.test()) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("inputs", JsonDoubles.toJson(event));
            entry.put("scores", JsonDoubles.toJson(model.score(event)));
            events.add(entry);
        }
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("events", events);
        return Json.writeValue(root);
    }

    /** Scores the events anew and returns them; a bit that differs is an error. */
    static List<double[]> check(JsonObject json, SavedModel model) {
        List<double[]> events = new ArrayList<>();
        for (JsonObject event : json.objects("events")) {
            double[] inputs = JsonDoubles.readAll(event.get("inputs"));
            double[] expected = JsonDoubles.readAll(event.get("scores"));
            double[] found = model.score(inputs);
            events.add(inputs);
            if (!Arrays.equals(expected, found)) {
                throw UserError.data(
                        "its self-test fails: event " + events.size() + " scores " + Arrays.toString(found)
                                + ", it was " + Arrays.toString(expected) + " when the model was written",
                        "the file is damaged, or the plugin that reads it is of another version");
            }
        }
        return events;
    }
}
