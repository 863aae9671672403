package hep.winnow.acceptance.host;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The class path of a host: Winnow's core with its plugins, and a language. */
final class HostPath {
    private static final Pattern OURS =
            Pattern.compile("/(?:src/app|src/testing|src/acceptance)/|winnow-(?:app|testing)-");
    private static final Pattern OF_TESTS = Pattern.compile(
            "junit|assertj|archunit|jimfs|opentest4j|apiguardian|byte-buddy|surefire|failsafe|guava|picocli|lsp4j");
    private static final Pattern LANGUAGES = Pattern.compile("groovy|jython");
    private static final Path ROOT = root();

    private HostPath() {}

    /** Returns a loader that sees this class path and the JDK alone. */
    static URLClassLoader loader(String language, Path... more) {
        List<URL> urls = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            String name = String.valueOf(Path.of(entry).getFileName());
            boolean isOther = LANGUAGES.matcher(name).find() && !name.contains(language);
            boolean isTest = OURS.matcher(entry).find() || entry.contains("test-classes") || entry.contains("/t-");
            if (!isOther && !isTest && !OF_TESTS.matcher(name).find()) {
                urls.add(url(Path.of(entry)));
            }
        }
        Stream.of(more).map(HostPath::url).forEach(urls::add);
        return new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the folder of the examples in the documentation. */
    static Path docs() {
        return ROOT.resolve("src/docs");
    }

    static String text(String name) {
        try {
            return Files.readString(docs().resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path root() {
        String told = System.getProperty("winnow.root");
        for (Path here = Path.of(told == null ? "" : told).toAbsolutePath(); here != null; here = here.getParent()) {
            if (Files.exists(here.resolve("winnow"))) {
                return here;
            }
        }
        throw new IllegalStateException("no checkout");
    }
}
