package hep.winnow.core.model;

import hep.winnow.api.learn.ModelInput;
import hep.winnow.core.text.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The contract of a model as JSON, for files of other formats: what {@code model.json} and {@code selftest.json} say, but for the numbers. */
final class ContractJson {
    private ContractJson() {}

    static String write(String name, SavedModel model, List<ModelInput> inputs) {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("format", ModelJson.FORMAT);
        root.put("name", name);
        root.put("learner", model.learner());
        root.put("task", model.task().name().toLowerCase(Locale.ROOT));
        root.put("classes", model.classes());
        root.put("threshold", model.pipeline().model().threshold());
        root.put("inputs", inputs.stream().map(ContractJson::input).toList());
        root.put("outputs", model.outputNames(name));
        root.put("further_outputs", model.furtherOutputs());
        root.put("targets", model.targets());
        root.put("options", model.options());
        root.put("provenance", model.provenance());
        List<Object> events = new ArrayList<>();
        for (double[] event : model.test()) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("inputs", JsonDoubles.toJson(event));
            entry.put("scores", JsonDoubles.toJson(model.score(event)));
            events.add(entry);
        }
        root.put("selftest", events);
        return Json.writeLine(root);
    }

    private static Map<String, Object> input(ModelInput input) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("name", input.name());
        out.put("expression", input.expression());
        out.put("unit", input.unit());
        out.put("columns", input.columns());
        Map<String, Object> sentinels = new TreeMap<>();
        input.sentinels()
                .forEach((column, values) -> sentinels.put(
                        column, values.stream().map(JsonDoubles::toJson).toList()));
        out.put("sentinels", sentinels);
        out.put("fill", JsonDoubles.toJson(input.fill()));
        return out;
    }
}
