package hep.winnow.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What another program says of files that it wrote: {@code golden.tsv} in their folder has a line for each column, with the file, the name, and the values in the words of {@link Tables}. */
public final class Golden {
    private final Path folder;
    private final Map<String, Map<String, List<String>>> files = new LinkedHashMap<>();

    /** Reads the table in a folder. */
    public Golden(Path folder) {
        this.folder = folder;
        try {
            for (String line : Files.readAllLines(folder.resolve("golden.tsv"), StandardCharsets.UTF_8)) {
                List<String> words = Arrays.asList(line.split("\t", -1));
                files.computeIfAbsent(words.get(0), f -> new LinkedHashMap<>())
                        .put(
                                words.get(1),
                                words.subList(2, words.size()).stream()
                                        .map(Golden::asJava)
                                        .toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns a number of Python as Java spells it. */
    private static String asJava(String word) {
        boolean isReal = word.matches("-?[0-9.]+(e[-+]?[0-9]+)?") && (word.contains(".") || word.contains("e"));
        return isReal ? Double.toString(Double.parseDouble(word)) : word;
    }

    /** Returns the names of the files. */
    public List<String> files() {
        return List.copyOf(files.keySet());
    }

    /** Returns the path of a file. */
    public Path path(String file) {
        return folder.resolve(file);
    }

    /** Returns the values of each column of a file, in its order. */
    public Map<String, List<String>> columns(String file) {
        return files.getOrDefault(file, Map.of());
    }
}
