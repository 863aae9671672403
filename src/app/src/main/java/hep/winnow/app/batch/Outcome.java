package hep.winnow.app.batch;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A job, or a file, that failed.
 *
 * @param files the files
 * @param place where in the macro or in a file, if it is known; else empty
 * @param error what went wrong
 * @param help what to do; may be empty
 * @param log where more is told
 */
record Outcome(List<Path> files, String place, String error, String help, Optional<Path> log) {
    private static final Pattern ROW = Pattern.compile("(?<line>\\d+): (?<rest>.*)", Pattern.DOTALL);

    Outcome {
        files = List.copyOf(files);
    }

    /** Returns an outcome whose place is told from the error, where that begins with a file and its line. */
    static Outcome of(List<Path> files, String place, String error, String help, Optional<Path> log) {
        for (Path file : files) {
            if (place.isEmpty() && error.startsWith(file + ":")) {
                Matcher row = ROW.matcher(error.substring(file.toString().length() + 1));
                if (row.matches()) {
                    return new Outcome(List.of(file), "row in line " + row.group("line"), row.group("rest"), help, log);
                }
            }
        }
        return new Outcome(files, place, error, help, log);
    }

    /** Returns its files in words. */
    String title() {
        return files.get(0) + (files.size() == 1 ? "" : " and " + (files.size() - 1) + " more");
    }
}
