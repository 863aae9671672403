package hep.winnow.core.macro;

import hep.winnow.core.access.FileAccess;
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
 * @param access which files the macro may touch
 */
public record Given(Map<String, String> params, Map<String, List<String>> files, OptionalInt limit, FileAccess access) {
    public Given {
        params = Collections.unmodifiableMap(new LinkedHashMap<>(params));
        files = Map.copyOf(files);
    }

    /** Gives params alone, and access to all files. */
    public static Given params(Map<String, String> params) {
        return new Given(params, Map.of(), OptionalInt.empty(), FileAccess.all());
    }

    /** Gives params, and files for another one, and access to all files. */
    public static Given files(Map<String, String> params, String name, List<String> paths) {
        return new Given(params, Map.of(name, List.copyOf(paths)), OptionalInt.empty(), FileAccess.all());
    }

    /** Returns the same with another access. */
    public Given with(FileAccess other) {
        return new Given(params, files, limit, other);
    }
}
