package hep.winnow.acceptance;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The classes of each module, read from its build folder. */
final class Modules {
    /** The modules of the framework, by name. */
    static final List<String> FRAMEWORK = List.of("api", "kernels", "core", "app");

    private Modules() {}

    /** Returns the build folder of each module, by the module's name. */
    static Map<String, Path> folders() {
        Map<String, Path> folders = new LinkedHashMap<>();
        for (String module : FRAMEWORK) {
            folders.put(module, classes(Checkout.ROOT.resolve("src").resolve(module)));
        }
        for (Path plugin : Checkout.plugins()) {
            folders.put(plugin.getFileName().toString(), classes(plugin));
        }
        return folders;
    }

    /** Returns the build folder of one module. */
    static Path folder(String module) {
        Path folder = folders().get(module);
        if (folder == null || !Files.isDirectory(folder)) {
            throw new IllegalStateException(module + " is not built: no classes in " + folder);
        }
        return folder;
    }

    /** Returns the classes of one module. */
    static JavaClasses of(String module) {
        String path = folder(module).toUri().getPath();
        return Imported.ALL.that(liesIn(List.of(path)));
    }

    /** Returns the classes of all modules but the named ones. */
    static JavaClasses allBut(String... left) {
        List<String> paths = new ArrayList<>();
        folders().forEach((module, folder) -> {
            if (!List.of(left).contains(module)) {
                paths.add(folder.toUri().getPath());
            }
        });
        return Imported.ALL.that(liesIn(paths));
    }

    private static DescribedPredicate<JavaClass> liesIn(List<String> paths) {
        return DescribedPredicate.describe(
                "lie in " + paths,
                c -> c.getSource()
                        .map(source -> source.getUri().getPath())
                        .filter(source -> paths.stream().anyMatch(source::startsWith))
                        .isPresent());
    }

    /** All classes, read once for all tests. */
    private static final class Imported {
        static final JavaClasses ALL = new ClassFileImporter()
                .importPaths(
                        folders().values().stream().filter(Files::isDirectory).toList());
    }

    private static Path classes(Path module) {
        return module.resolve("target/classes");
    }
}
