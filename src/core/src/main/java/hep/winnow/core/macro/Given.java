package hep.winnow.core.macro;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * What a macro is given from outside.
 *
 * @param params values by name
 * @param files params that stand for files, by name; each is a path, relative to the working folder
 * @param limit how many events of each sample are used at most, whatever the macro sets; 0 for all, empty for what it sets
 */
public record Given(Map<String, String> params, Map<String, List<String>> files, OptionalInt limit) {
    public Given {
        params = Collections.unmodifiableMap(new LinkedHashMap<>(params));
        files = Map.copyOf(files);
    }

    /** Gives params alone. */
    public static Given params(Map<String, String> params) {
        return new Given(params, Map.of(), OptionalInt.empty());
    }

    /** Gives params, and files for another one. */
    public static Given files(Map<String, String> params, String name, List<String> paths) {
        return new Given(params, Map.of(name, List.copyOf(paths)), OptionalInt.empty());
    }
}
