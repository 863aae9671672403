package hep.winnow.app.shell;

import java.io.File;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What surrounds the program.
 *
 * @param terminal where it speaks
 * @param pluginFolders where plugins lie, besides the class path
 * @param version of Winnow
 * @param home where Winnow lies, with its samples, macros and pages, if that is known
 * @param allowed what every macro may reach beyond the usual
 * @param input what is typed, or flows in
 */
public record Host(
        Terminal terminal,
        List<Path> pluginFolders,
        String version,
        Optional<Path> home,
        Allowed allowed,
        Source input) {
    /** The variable with further plugin folders, parted as in {@code PATH}. */
    public static final String PLUGINS_VARIABLE = "WINNOW_PLUGINS";

    /** The variable with what macros may reach besides, parted as in {@code PATH}. */
    public static final String ALLOW_VARIABLE = "WINNOW_ALLOW";

    public Host {
        pluginFolders = List.copyOf(pluginFolders);
    }

    /** Makes surroundings from which nothing comes, and in which nothing is allowed besides the usual. */
    public Host(Terminal terminal, List<Path> pluginFolders, String version) {
        this(terminal, pluginFolders, version, new Source(InputStream.nullInputStream(), false));
    }

    /** Makes surroundings in which nothing is allowed besides the usual. */
    public Host(Terminal terminal, List<Path> pluginFolders, String version, Source input) {
        this(terminal, pluginFolders, version, Optional.empty(), Allowed.NOTHING, input);
    }

    /**
     * Where input comes from.
     *
     * @param stream of bytes
     * @param isTerminal whether a person types at a terminal
     */
    public record Source(InputStream stream, boolean isTerminal) {}

    /** Returns the folders that every macro may read: the samples and macros that come with Winnow. */
    List<Path> readable() {
        return home.map(h -> List.of(h.resolve("data"), h.resolve("macros"))).orElse(List.of());
    }

    /** Returns the file that tells of all errors and warnings, if it is there. */
    Optional<Path> errorPages() {
        return home.map(h -> h.resolve("src").resolve("docs").resolve("errors.md"))
                .filter(Files::isRegularFile);
    }

    /** Returns the surroundings of this process: the launcher tells where Winnow lies. */
    public static Host ofProcess(Terminal terminal) {
        Optional<Path> home =
                Optional.ofNullable(System.getProperty("winnow.home")).map(Path::of);
        boolean isTyped = System.getProperty("winnow.terminals", "").contains("in");
        return new Host(
                terminal,
                pluginFolders(home, System.getenv()),
                ownVersion(),
                home,
                Allowed.ofVariable(System.getenv().getOrDefault(ALLOW_VARIABLE, "")),
                new Source(new FileInputStream(FileDescriptor.in), isTyped));
    }

    private static List<Path> pluginFolders(Optional<Path> home, Map<String, String> variables) {
        List<Path> folders = new ArrayList<>();
        home.map(h -> h.resolve("plugins")).filter(Files::isDirectory).ifPresent(folders::add);
        folders.addAll(folders(PLUGINS_VARIABLE, variables));
        return folders;
    }

    private static List<Path> folders(String variable, Map<String, String> variables) {
        return Stream.of(variables.getOrDefault(variable, "").split(File.pathSeparator, -1))
                .filter(f -> !f.isBlank())
                .map(Path::of)
                .toList();
    }

    private static String ownVersion() {
        return Optional.ofNullable(Host.class.getPackage().getImplementationVersion())
                .orElse("development");
    }
}
