package hep.winnow.app.shell;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.InputStream;
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
 * @param input what is typed, or flows in
 */
public record Host(Terminal terminal, List<Path> pluginFolders, String version, Source input) {
    /** The variable with further plugin folders, parted as in {@code PATH}. */
    public static final String PLUGINS_VARIABLE = "WINNOW_PLUGINS";

    public Host {
        pluginFolders = List.copyOf(pluginFolders);
    }

    /** Makes surroundings from which nothing comes. */
    public Host(Terminal terminal, List<Path> pluginFolders, String version) {
        this(terminal, pluginFolders, version, new Source(InputStream.nullInputStream(), false));
    }

    /**
     * Where input comes from.
     *
     * @param stream of bytes
     * @param isTerminal whether a person types at a terminal
     */
    public record Source(InputStream stream, boolean isTerminal) {}

    /** Returns the surroundings of this process: the launcher tells where Winnow lies. */
    public static Host ofProcess(Terminal terminal) {
        Optional<Path> home =
                Optional.ofNullable(System.getProperty("winnow.home")).map(Path::of);
        boolean isTyped = System.getProperty("winnow.terminals", "").contains("in");
        Source input = new Source(new FileInputStream(FileDescriptor.in), isTyped);
        return new Host(terminal, pluginFolders(home, System.getenv()), ownVersion(), input);
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
