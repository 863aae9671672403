package hep.winnow.core.run;

import hep.winnow.api.run.RunRecord;
import hep.winnow.core.model.ScoringModel;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How a run ended.
 *
 * @param record what happened
 * @param out folder of its files
 * @param failedExpectations how many {@code expect} were false
 * @param models that were trained or loaded, by name, in the order of the macro
 * @param fields what the macro can ask for as {@code NAME.field}, by this text
 */
public record RunResult(
        RunRecord record,
        Path out,
        int failedExpectations,
        Map<String, ScoringModel> models,
        Map<String, Double> fields) {
    public RunResult {
        models = Collections.unmodifiableMap(new LinkedHashMap<>(models));
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }
}
