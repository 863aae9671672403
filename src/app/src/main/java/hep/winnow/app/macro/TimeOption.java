package hep.winnow.app.macro;

import hep.winnow.api.diagnostic.UserError;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** {@code --max-time}: how long a run may take. */
final class TimeOption {
    private static final Pattern TIME = Pattern.compile("([0-9]{1,9}(?:\\.[0-9]{1,3})?) ?(s|min|h)?");
    private static final Map<String, Double> SECONDS = Map.of("s", 1.0, "min", 60.0, "h", 3600.0);

    @Option(
            names = "--max-time",
            paramLabel = "TIME",
            description = "Ends the run with status 2 if it takes longer: 90s, 10min, 2h.")
    private Optional<String> given = Optional.empty();

    /** Returns the limit; empty if there is none. */
    Optional<Duration> limit() {
        return given.map(TimeOption::duration);
    }

    private static Duration duration(String text) {
        Matcher time = TIME.matcher(text);
        if (!time.matches()) {
            throw UserError.data("--max-time takes a time, found '" + text + "'", "write 90s, 10min or 2h");
        }
        String unit = time.group(2) == null ? "s" : time.group(2);
        long millis = (long) (Double.parseDouble(time.group(1)) * SECONDS.getOrDefault(unit, 1.0) * 1000);
        if (millis < 1) {
            throw UserError.data("--max-time must be more than 0, found '" + text + "'", "leave it out for no limit");
        }
        return Duration.ofMillis(millis);
    }
}
