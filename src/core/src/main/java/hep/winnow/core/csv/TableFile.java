package hep.winnow.core.csv;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One file of a source, as its first bytes tell it.
 *
 * @param path the file
 * @param dialect how its fields are parted
 * @param names its columns, in its own order
 * @param dataOffset (uncompressed) bytes before the first row
 * @param dataLine lines before the first row
 * @param fileSize bytes of the file on disk when its first bytes were read
 */
record TableFile(Path path, Dialect dialect, List<String> names, long dataOffset, long dataLine, long fileSize) {
    TableFile {
        names = List.copyOf(names);
    }

    /** Returns the place of each of these columns in a row; -1 if the file does not have it. */
    int[] places(List<String> columns) {
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            places.putIfAbsent(names.get(i), i);
        }
        return columns.stream().mapToInt(name -> places.getOrDefault(name, -1)).toArray();
    }
}
