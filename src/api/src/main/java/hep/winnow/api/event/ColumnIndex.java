package hep.winnow.api.event;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the columns that are asked for in the schema of a source. */
public final class ColumnIndex {
    private ColumnIndex() {}

    /**
     * Returns the place of each asked-for column in a schema, in the order in which they are asked for.
     *
     * @throws IllegalArgumentException if one is not there: whoever asks has read the schema
     */
    public static int[] of(List<ColumnInfo> schema, List<String> asked) {
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < schema.size(); i++) {
            places.put(schema.get(i).name(), i);
        }
        return asked.stream().mapToInt(name -> place(places, name)).toArray();
    }

    /** Returns the same for a source that has short names. */
    public static int[] of(EventSource source, List<String> asked) {
        Map<String, String> shortNames = source.shortNames();
        return of(
                source.schema(),
                asked.stream().map(name -> shortNames.getOrDefault(name, name)).toList());
    }

    private static int place(Map<String, Integer> places, String name) {
        Integer place = places.get(name);
        if (place == null) {
            throw new IllegalArgumentException("there is no column '" + name + "'");
        }
        return place;
    }
}
