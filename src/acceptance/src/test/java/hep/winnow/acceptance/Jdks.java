package hep.winnow.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The JDKs of this machine: that of the tests, and those installed beside it. */
final class Jdks {
    private static final Pattern VERSION = Pattern.compile("(?m)^JAVA_VERSION=\"(\\d+)");
    private static final int OLDEST = 17;

    private Jdks() {}

    /** Returns the oldest that can run the program and the newest, by version; the same one counts once. */
    static Map<Integer, Path> byVersion() throws IOException {
        Path own = Path.of(System.getProperty("java.home")).toRealPath();
        TreeMap<Integer, Path> all = new TreeMap<>();
        try (Stream<Path> beside = Files.list(own.resolveSibling("."))) {
            for (Path jdk : beside.sorted().toList()) {
                int version = version(jdk);
                if (version >= OLDEST) {
                    all.putIfAbsent(version, jdk);
                }
            }
        }
        all.put(version(own), own);
        all.keySet().retainAll(List.of(all.firstKey(), all.lastKey()));
        return all;
    }

    /** Returns the version of the JDK in a folder; 0 if there is none. */
    private static int version(Path folder) throws IOException {
        Path release = folder.resolve("release");
        if (!Files.isExecutable(folder.resolve("bin/java")) || !Files.isReadable(release)) {
            return 0;
        }
        Matcher found = VERSION.matcher(Files.readString(release));
        return found.find() ? Integer.parseInt(found.group(1)) : 0;
    }
}
