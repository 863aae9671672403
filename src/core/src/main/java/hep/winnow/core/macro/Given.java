package hep.winnow.core.macro;

import hep.winnow.core.access.FileAccess;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * What a macro is given from outside.
 *
 * @param params values by name, as text: as it stands for a param whose default is a string, an expression for any other
 * @param values by name, from a host: numbers, strings, booleans and lists of them; that of a param where the macro has one of that name, and a {@code let} else
 * @param files params that stand for files, by name; each is a path, relative to the working folder
 * @param limit how many events of each sample are used at most, whatever the macro sets; 0 for all, empty for what it sets
 * @param access which files the macro may touch
 * @param working folder that paths from outside are relative to
 * @param wishes columns that are handed to the host when the run ends
 */
public record Given(
        Map<String, String> params,
        Map<String, Object> values,
        Map<String, List<String>> files,
        OptionalInt limit,
        FileAccess access,
        Path working,
        List<Wish> wishes) {
    /**
     * Columns that a host wants.
     *
     * @param scope sample, region or part, as a macro names it
     * @param columns expressions over its events, at least one
     */
    public record Wish(String scope, List<String> columns) {
        public Wish {
            columns = List.copyOf(columns);
        }
    }

    public Given {
        params = Collections.unmodifiableMap(new LinkedHashMap<>(params));
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        files = Map.copyOf(files);
        wishes = List.copyOf(wishes);
    }

    /** Gives nothing, and access to all files. */
    public static Given nothing() {
        return new Given(Map.of(), Map.of(), Map.of(), OptionalInt.empty(), FileAccess.all(), Path.of(""), List.of());
    }

    /** Gives params alone, and access to all files. */
    public static Given params(Map<String, String> params) {
        return new Given(params, Map.of(), Map.of(), OptionalInt.empty(), FileAccess.all(), Path.of(""), List.of());
    }

    /** Returns the same with files for another param. */
    public Given withFiles(String name, List<String> paths) {
        Map<String, List<String>> more = new LinkedHashMap<>(files);
        more.put(name, List.copyOf(paths));
        return new Given(params, values, more, limit, access, working, wishes);
    }

    /** Returns the same with another limit. */
    public Given withLimit(OptionalInt other) {
        return new Given(params, values, files, other, access, working, wishes);
    }

    /** Returns the same with another access. */
    public Given with(FileAccess other) {
        return new Given(params, values, files, limit, other, working, wishes);
    }

    /** Returns the same with values of a host, whose paths are relative to {@code folder}. */
    public Given with(Map<String, Object> others, Path folder) {
        return new Given(params, others, files, limit, access, folder, wishes);
    }

    /** Returns the same with columns that are wanted. */
    public Given with(List<Wish> others) {
        return new Given(params, values, files, limit, access, working, others);
    }
}
