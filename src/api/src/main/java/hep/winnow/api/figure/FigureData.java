package hep.winnow.api.figure;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a file of numbers is to hold.
 *
 * @param file its name, as the macro gives it
 * @param name that the statement declares, such as that of a histogram; may be empty
 * @param sheet what is shown
 * @param provenance where it comes from, as in {@link hep.winnow.api.run.StepContext#provenance()}
 */
public record FigureData(String file, String name, Sheet sheet, Map<String, String> provenance) {
    public FigureData {
        provenance = Collections.unmodifiableMap(new LinkedHashMap<>(provenance));
    }
}
