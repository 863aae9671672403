package hep.winnow.app.shell;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What surrounds the program.
 *
 * @param terminal where it speaks
 * @param pluginFolders where plugins lie, besides the class path
 * @param version of Winnow
 */
public record Host(Terminal terminal, List<Path> pluginFolders, String version) {
    /** The variable with further plugin folders, parted as in {@code PATH}. */
    public static final String PLUGINS_VARIABLE = "WINNOW_PLUGINS";

    public Host {
        pluginFolders = List.copyOf(pluginFolders);
    }

    /** Returns the surroundings of this process: the launcher tells where Winnow lies. */
    public static Host ofProcess(Terminal terminal) {
        Optional<Path> home =
                Optional.ofNullable(System.getProperty("winnow.home")).map(Path::of);
        return new Host(terminal, pluginFolders(home, System.getenv()), ownVersion());
    }

    private static List<Path> pluginFolders(Optional<Path> home, Map<String, String> variables) {
        List<Path> folders = new ArrayList<>();
        home.map(h -> h.resolve("plugins")).filter(Files::isDirectory).ifPresent(folders::add);
        for (String folder : variables.getOrDefault(PLUGINS_VARIABLE, "").split(java.io.File.pathSeparator, -1)) {
            if (!folder.isBlank()) {
                folders.add(Path.of(folder));
            }
        }
        return folders;
    }

    private static String ownVersion() {
        return Optional.ofNullable(Host.class.getPackage().getImplementationVersion())
                .orElse("development");
    }
}
