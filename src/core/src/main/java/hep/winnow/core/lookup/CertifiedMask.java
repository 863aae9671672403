package hep.winnow.core.lookup;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.core.text.Hashes;
import hep.winnow.core.text.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The luminosity sections of runs whose data is certified, as CMS writes them: {@code {"190456": [[1, 50], [60, 90]]}}, both ends included. Immutable.
 *
 * @param file of the mask
 * @param bytes of it
 * @param sha256 of it
 * @param runs in rising order
 * @param begin where the ranges of each run begin; one more than there are runs
 * @param first section of each range, rising within a run
 * @param last section of each range
 */
public record CertifiedMask(Path file, long bytes, String sha256, long[] runs, int[] begin, long[] first, long[] last) {
    private static final String FORM =
            "expected {\"run\": [[first, last], …], …}, such as {\"190456\": [[1, 50], [60, 90]]}";

    private record Range(long first, long last) {}

    /**
     * Reads a mask.
     *
     * @throws UserError if the file cannot be read or holds something else: with the place
     */
    public static CertifiedMask read(Path file) {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw UserError.data("there is no file " + file, "a path is relative to the macro")
                    .because(e);
        } catch (IOException e) {
            throw UserError.data("cannot read " + file + ": " + e.getMessage(), "")
                    .because(e);
        }
        TreeMap<Long, List<Range>> runs;
        try {
            runs = runs(Json.parse(new String(bytes, StandardCharsets.UTF_8)));
        } catch (UserError e) {
            throw UserError.data(file + ": " + e.message(), e.help().isEmpty() ? FORM : e.help())
                    .because(e);
        }
        return flat(file, bytes, runs);
    }

    private static CertifiedMask flat(Path file, byte[] bytes, TreeMap<Long, List<Range>> runs) {
        int[] begin = new int[runs.size() + 1];
        List<Range> all = new ArrayList<>();
        int at = 0;
        for (List<Range> ranges : runs.values()) {
            all.addAll(ranges);
            begin[++at] = all.size();
        }
        return new CertifiedMask(
                file,
                bytes.length,
                Hashes.sha256(bytes),
                runs.keySet().stream().mapToLong(r -> r).toArray(),
                begin,
                all.stream().mapToLong(Range::first).toArray(),
                all.stream().mapToLong(Range::last).toArray());
    }

    private static TreeMap<Long, List<Range>> runs(Object json) {
        if (!(json instanceof Map<?, ?> object)) {
            throw UserError.data("this is no mask of certified data", FORM);
        }
        TreeMap<Long, List<Range>> runs = new TreeMap<>();
        object.forEach((key, value) -> {
            long run = run(String.valueOf(key));
            if (runs.put(run, ranges(run, value)) != null) {
                throw UserError.data("run " + run + " stands twice", "keep one of them");
            }
        });
        return runs;
    }

    private static long run(String key) {
        try {
            return Long.parseLong(key.strip());
        } catch (NumberFormatException e) {
            throw UserError.data("found the key \"" + key + "\", expected the number of a run", FORM)
                    .because(e);
        }
    }

    /** Returns ranges in rising order; what overlaps or touches becomes one. */
    private static List<Range> ranges(long run, Object value) {
        if (!(value instanceof List<?> list)) {
            throw UserError.data("run " + run + ": found " + shown(value) + ", expected a list of ranges", FORM);
        }
        List<Range> found = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            found.add(range("run " + run + ", range " + (i + 1), list.get(i)));
        }
        found.sort(Comparator.comparingLong(Range::first));
        List<Range> out = new ArrayList<>();
        for (Range range : found) {
            Range before = out.isEmpty() ? null : out.get(out.size() - 1);
            if (before != null && range.first() <= before.last()) {
                out.set(out.size() - 1, new Range(before.first(), Math.max(before.last(), range.last())));
            } else {
                out.add(range);
            }
        }
        return out;
    }

    private static Range range(String where, Object value) {
        if (value instanceof List<?> ends
                && ends.size() == 2
                && ends.get(0) instanceof Long first
                && ends.get(1) instanceof Long last) {
            if (first > last) {
                throw UserError.data(where + ": found [" + first + ", " + last + "], which ends before it begins", "");
            }
            return new Range(first, last);
        }
        throw UserError.data(where + ": found " + shown(value) + ", expected two whole numbers, [first, last]", FORM);
    }

    private static String shown(Object value) {
        if (value instanceof List<?> list) {
            return list.size() == 0 ? "an empty list" : "a list of " + list.size();
        }
        return value instanceof Map<?, ?> ? "an object" : value instanceof Optional<?> ? "null" : String.valueOf(value);
    }

    /** Tells whether a section of a run is certified. */
    public boolean contains(long run, long section) {
        int r = java.util.Arrays.binarySearch(runs, run);
        if (r < 0) {
            return false;
        }
        int i = java.util.Arrays.binarySearch(first, begin[r], begin[r + 1], section);
        int range = i >= 0 ? i : -i - 2;
        return range >= begin[r] && section <= last[range];
    }
}
