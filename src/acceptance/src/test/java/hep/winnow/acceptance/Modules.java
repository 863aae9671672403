package hep.winnow.acceptance;

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
        return new ClassFileImporter().importPath(folder(module));
    }

    /** Returns the classes of all modules but the named ones. */
    static JavaClasses allBut(String... left) {
        List<Path> folders = new ArrayList<>();
        folders().forEach((module, folder) -> {
            if (!List.of(left).contains(module)) {
                folders.add(folder);
            }
        });
        return new ClassFileImporter().importPaths(folders);
    }

    private static Path classes(Path module) {
        return module.resolve("target/classes");
    }
}
