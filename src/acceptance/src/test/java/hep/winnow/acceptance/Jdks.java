package hep.winnow.acceptance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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

    /** Returns whether a JDK on this machine takes all flags, which are parted by a space, as they stand: it lowers some, such as {@code UseAVX}, to what the processor has. */
    static boolean takes(Path jdk, String flags) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(jdk.resolve("bin/java").toString()));
        List<String> given =
                Stream.of(flags.split(" ", -1)).filter(f -> !f.isEmpty()).toList();
        command.addAll(given);
        command.addAll(List.of("-XX:+PrintFlagsFinal", "-version"));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String all = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() == 0
                && given.stream()
                        .filter(f -> f.startsWith("-XX:"))
                        .map(f -> f.substring("-XX:".length()).split("=", 2))
                        .allMatch(f -> Pattern.compile("\\s" + f[0] + "\\s+= " + f[1] + "\\s")
                                .matcher(all)
                                .find());
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
