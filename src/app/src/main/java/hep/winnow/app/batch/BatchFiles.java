package hep.winnow.app.batch;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.core.csv.Globs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The files that a batch is over: paths, globs, and lists of such. All are relative to the working folder. */
final class BatchFiles {
    private static final List<String> LIST_ENDINGS = List.of(".txt", ".list", ".lst");

    private BatchFiles() {}

    /**
     * Returns the files, in the order in which they are named; those of a glob sorted by path.
     *
     * @param named paths, globs, and lists: text files that end in .txt, .list or .lst, with one path or glob a line, blank lines and comments behind {@code #}
     * @throws UserError if one is not there, is named twice, or there are none
     */
    static List<Path> of(List<String> named) {
        List<Path> files = new ArrayList<>();
        for (String name : named) {
            if (isList(name)) {
                files.addAll(listed(Path.of(name)));
            } else {
                files.addAll(Globs.expand(name, Path.of("")));
            }
        }
        Set<Path> seen = new HashSet<>();
        for (Path file : files) {
            if (!seen.add(file.toAbsolutePath().normalize())) {
                throw UserError.data(
                        "'" + file + "' is named twice", "its events would count twice; leave out one of them");
            }
        }
        return files;
    }

    private static boolean isList(String name) {
        return LIST_ENDINGS.stream().anyMatch(name.toLowerCase(Locale.ROOT)::endsWith) && !Globs.isPattern(name);
    }

    private static List<Path> listed(Path list) {
        List<String> lines;
        try {
            lines = Files.readAllLines(list, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw UserError.data(
                            "cannot read the list of files '" + list + "'",
                            Files.exists(list) ? "it is a text in UTF-8 with one path a line" : "it is not there")
                    .because(e);
        }
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                try {
                    files.addAll(Globs.expand(line, Path.of("")));
                } catch (UserError e) {
                    throw UserError.data(list + ":" + (i + 1) + ": " + e.message(), e.help())
                            .because(e);
                }
            }
        }
        if (files.isEmpty()) {
            throw UserError.data("the list '" + list + "' names no file", "write one path a line");
        }
        return files;
    }
}
