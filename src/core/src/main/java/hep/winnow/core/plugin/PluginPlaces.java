package hep.winnow.core.plugin;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.ZipFile;

/** Finds the jars and files of verbs of plugins in a folder such as {@code plugins/}. */
final class PluginPlaces {
    /**
     * Files that belong together.
     *
     * @param name of the folder or jar
     * @param location the folder or jar
     * @param jars sorted by name; none for a folder that has files of verbs alone
     * @param verbs files of verbs, sorted by name
     */
    record Place(String name, Path location, List<Path> jars, List<Path> verbs) {}

    private PluginPlaces() {}

    /**
     * Returns the places in {@code folder}, sorted by name: a folder with jars directly in it, or else in its {@code target/plugin}, or with files {@code *.wn}; and each jar that
     * lies in {@code folder} itself. A folder with a {@code pom.xml} and no jar is a module that is not built; any other without either is a problem.
     */
    static List<Place> find(Path folder, Consumer<PluginProblem> problems) {
        List<Place> places = new ArrayList<>();
        for (Path entry : entries(folder, problems)) {
            String name = String.valueOf(entry.getFileName());
            if (isJar(entry)) {
                addIfWhole(new Place(name, entry, List.of(entry), List.of()), places, problems);
            } else if (Files.isDirectory(entry) && !name.startsWith(".") && !isBuildOutput(entry)) {
                List<Path> jars = jars(entry, problems);
                List<Path> verbs = entries(entry, problems).stream()
                        .filter(f -> f.toString().endsWith(".wn") && Files.isRegularFile(f))
                        .toList();
                if (!jars.isEmpty() || !verbs.isEmpty()) {
                    addIfWhole(new Place(name, entry, jars, verbs), places, problems);
                } else if (!Files.exists(entry.resolve("pom.xml"))) {
                    problems.accept(new PluginProblem(
                            entry.toString(),
                            "the folder holds no jar, and no file of verbs",
                            "put the plugin's jars, or a file such as verbs.wn, into it, or remove it"));
                }
            }
        }
        return places;
    }

    private static List<Path> jars(Path folder, Consumer<PluginProblem> problems) {
        List<Path> jars = onlyJars(entries(folder, problems));
        Path built = folder.resolve("target").resolve("plugin");
        return jars.isEmpty() && Files.isDirectory(built) ? onlyJars(entries(built, problems)) : jars;
    }

    private static List<Path> onlyJars(List<Path> entries) {
        return entries.stream().filter(PluginPlaces::isJar).toList();
    }

    private static boolean isJar(Path file) {
        return file.toString().endsWith(".jar") && Files.isRegularFile(file);
    }

    /** Tells whether a folder is what a build of the folder around it leaves. */
    private static boolean isBuildOutput(Path entry) {
        return entry.endsWith("target") && Files.exists(entry.resolveSibling("pom.xml"));
    }

    private static List<Path> entries(Path folder, Consumer<PluginProblem> problems) {
        List<Path> entries = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            stream.forEach(entries::add);
        } catch (IOException e) {
            problems.accept(new PluginProblem(folder.toString(), "the folder cannot be read: " + e, ""));
        }
        entries.sort(Path::compareTo);
        return entries;
    }

    /** A class loader would pass over a jar that it cannot open, without a word. */
    private static void addIfWhole(Place place, List<Place> places, Consumer<PluginProblem> problems) {
        for (Path jar : place.jars()) {
            try {
                new ZipFile(jar.toFile()).close();
            } catch (IOException e) {
                problems.accept(new PluginProblem(
                        jar.toString(), "the jar cannot be opened: " + e.getMessage(), "build or copy it again"));
                return;
            }
        }
        places.add(place);
    }
}
