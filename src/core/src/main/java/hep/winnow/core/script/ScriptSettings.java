package hep.winnow.core.script;

import hep.winnow.core.access.FileAccess;
import hep.winnow.core.host.SessionBuilder;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.script.Bindings;

/**
 * What a host says of a run, by names with a dot, which no macro can have: {@code winnow.folder}, {@code winnow.out}, {@code winnow.allow} and {@code winnow.plugins} (paths, or lists of them),
 * {@code winnow.threads}, {@code winnow.columns} (a map from a scope to a list of columns).
 */
final class ScriptSettings {
    static final String PLUGINS = "winnow.plugins";
    private static final String FOLDER = "winnow.folder";
    private static final String OUT = "winnow.out";
    private static final String ALLOW = "winnow.allow";
    private static final String THREADS = "winnow.threads";
    private static final String COLUMNS = "winnow.columns";

    private final Bindings bindings;

    ScriptSettings(Bindings bindings) {
        this.bindings = bindings;
    }

    Optional<String> text(String key) {
        return Optional.ofNullable(bindings.get(key)).map(Object::toString);
    }

    /** Returns the path, or the paths, of a setting. */
    List<Path> paths(String key) {
        Object value = bindings.get(key);
        if (value == null) {
            return List.of();
        }
        return value instanceof List<?> list
                ? list.stream().map(p -> Path.of(p.toString())).toList()
                : List.of(Path.of(value.toString()));
    }

    /** Describes the session; what the host puts in is its own word, so that files that it names may be read. */
    void apply(SessionBuilder session, String macro) {
        Path folder = text(FOLDER).map(Path::of).orElseGet(() -> Path.of("").toAbsolutePath());
        Path out = text(OUT).map(Path::of).orElseGet(() -> folder.resolve("out").resolve(stem(macro)));
        session.folder(folder)
                .out(out)
                .access(FileAccess.none()
                        .reading(folder)
                        .writing(paths(ALLOW).toArray(Path[]::new))
                        .trustingParams());
        if (bindings.get(THREADS) instanceof Number threads) {
            session.threads(threads.intValue());
        }
        if (bindings.get(COLUMNS) instanceof Map<?, ?> wanted) {
            wanted.forEach((scope, columns) -> session.columns(scope.toString(), names(columns)));
        }
    }

    private static String[] names(Object columns) {
        return columns instanceof List<?> list
                ? list.stream().map(Object::toString).toArray(String[]::new)
                : new String[] {columns.toString()};
    }

    private static String stem(String macro) {
        String name = String.valueOf(Path.of(macro).getFileName());
        return name.endsWith(".wn") ? name.substring(0, name.length() - ".wn".length()) : name;
    }
}
