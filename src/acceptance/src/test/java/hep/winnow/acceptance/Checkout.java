package hep.winnow.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Where things lie in the checkout that is under test. */
final class Checkout {
    /** The root folder. */
    static final Path ROOT = root();

    private Checkout() {}

    /** Returns the folders of our own plugins, in the order of their names. */
    static List<Path> plugins() {
        try (Stream<Path> folders = Files.list(ROOT.resolve("plugins"))) {
            return folders.filter(folder -> Files.exists(folder.resolve("pom.xml")))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // The build names the root; an IDE starts the tests in the module's folder or in the root.
    private static Path root() {
        String told = System.getProperty("winnow.root");
        Path folder = Path.of(told == null ? "" : told).toAbsolutePath();
        for (Path here = folder; here != null; here = here.getParent()) {
            if (Files.exists(here.resolve("winnow"))) {
                return here;
            }
        }
        throw new IllegalStateException("no checkout at or above " + folder);
    }
}
