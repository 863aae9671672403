package hep.winnow.root.tree;

import static org.assertj.core.api.Assertions.assertThat;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.event.ColumnInfo;
import hep.winnow.api.event.UnreadableColumn;
import hep.winnow.root.file.RootFile;
import hep.winnow.root.testing.Json;
import hep.winnow.root.testing.Summary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Trees that ROOT, Geant4 and others wrote, against what uproot reads in them. */
@Tag("shared")
class OtherProgramsTest {
    private static final Path DATA = Path.of("../../../shared/data");
    private static final Path MISREADS = Path.of("src/test/resources/tree/misreads.txt");

    /** What must agree at least; the rest are refused, or told otherwise by uproot, see {@link #misreads}. */
    private static final double LEAST = 0.985;

    private final Map<String, Integer> reasons = new TreeMap<>();

    /**
     * What uproot reads otherwise than ROOT wrote it, a line each: packed numbers without a range, bits of objects that others refer to, classes of other libraries that are streamed with a checksum or without a header, the second of two
     * branches of one name, the members below a collection where this has the number of objects.
     */
    private final Set<String> misreads = new TreeSet<>();

    private String where = "";
    private int agree;
    private int all;

    @Test
    void readsWhatUprootReads() throws IOException {
        Assumptions.assumeTrue(Files.isDirectory(DATA), "no data in " + DATA.toAbsolutePath());
        misreads.addAll(Files.readAllLines(MISREADS));
        try (Stream<Path> files = Files.list(DATA.resolve("golden"))) {
            for (Path golden : files.sorted().toList()) {
                compare(golden);
            }
        }
        System.out.println(agree + " of " + all + " branches of numbers agree; the others: " + reasons);

        assertThat(all).isGreaterThan(15_000);
        assertThat(agree).isGreaterThan((int) (LEAST * all));
        assertThat(reasons.keySet()).allMatch(OtherProgramsTest::isKnown);
        assertThat(misreads).as("agree now").isEmpty();
    }

    private static boolean isKnown(String reason) {
        return Stream.of(
                        "it is a pointer",
                        "it holds pointers",
                        "is streamed by code of its own",
                        "does not describe its class",
                        "entries, where the tree has",
                        "told otherwise by uproot")
                .anyMatch(reason::contains);
    }

    private void compare(Path golden) throws IOException {
        Map<?, ?> told = (Map<?, ?>) Json.read(golden);
        if (!(told.get("trees") instanceof List<?> trees)) {
            return;
        }
        String[] words =
                String.valueOf(golden.getFileName()).replace(".json", ".root").split("__", 2);
        Map<String, TreeSource> sources =
                sources(DATA.resolve("root").resolve(words[0]).resolve(words[1]));
        for (Object tree : trees) {
            Map<?, ?> of = (Map<?, ?>) tree;
            if (of.get("branches") instanceof List<?> branches && TreeSource.isTree(String.valueOf(of.get("class")))) {
                where = String.valueOf(golden.getFileName()).replace(".json", "") + " " + of.get("key");
                TreeSource source = Objects.requireNonNull(sources.get(of.get("key")), golden + " " + of.get("key"));
                compare(source, branches);
            }
        }
    }

    private static Map<String, TreeSource> sources(Path file) throws IOException {
        Map<String, TreeSource> sources = new HashMap<>();
        if (Files.exists(file)) {
            try (RootFile root = RootFile.open(file)) {
                root.walk((folder, key) -> {
                    if (TreeSource.isTree(key.className())) {
                        sources.put(folder + key.id(), TreeSource.open(root, folder + key.name(), key));
                    }
                });
            }
        }
        return sources;
    }

    private void compare(TreeSource source, List<?> branches) throws IOException {
        Map<String, Summary> read = new HashMap<>();
        Map<String, Integer> seen = new HashMap<>();
        for (Object entry : branches) {
            Map<?, ?> branch = (Map<?, ?>) entry;
            String name = String.valueOf(branch.get("name"));
            int times = seen.merge(name, 1, Integer::sum);
            if (branch.containsKey("error") || !branch.containsKey("count")) {
                continue;
            }
            all++;
            String reason = compare(source, times == 1 ? name : name + "#" + times, branch, read);
            if (reason.isEmpty()) {
                agree++;
            } else {
                reasons.merge(reason.replaceAll("[0-9]+", "N"), 1, Integer::sum);
            }
        }
    }

    /** Compares a branch with its columns: one of its name, or those of its members, or of the branches below it. Returns why they differ. */
    private String compare(TreeSource source, String name, Map<?, ?> branch, Map<String, Summary> read)
            throws IOException {
        List<String> names = source.schema().stream().map(ColumnInfo::name).toList();
        List<String> parts = names.contains(name)
                ? List.of(name)
                : names.stream()
                        .filter(n -> n.startsWith(name + ".") || n.startsWith(name + "/"))
                        .toList();
        List<Summary> found = new ArrayList<>();
        for (UnreadableColumn column : source.unreadable()) {
            if (column.name().equals(name) || column.name().startsWith(name + "/")) {
                return column.reason();
            }
        }
        for (String part : parts) {
            try {
                if (!read.containsKey(part)) {
                    read.put(part, Summary.of(source, part));
                }
            } catch (UserError e) {
                return difference(name, branch, e.message());
            }
            found.add(Objects.requireNonNull(read.get(part)));
        }
        return difference(name, branch, found);
    }

    private String difference(String name, Map<?, ?> branch, Object found) {
        if (found instanceof List<?> summaries && isSame(branch, summaries)) {
            return "";
        }
        String place = where + " " + name;
        return misreads.remove(place)
                ? "told otherwise by uproot"
                : place + " " + branch.get("typename") + ": " + found;
    }

    private static boolean isSame(Map<?, ?> branch, List<?> summaries) {
        long count = 0;
        long nonfinite = 0;
        double sum = 0;
        double absolute = 0;
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        for (Object one : summaries) {
            Summary summary = (Summary) one;
            if (summary.isNumeric()) {
                count += summary.count;
                nonfinite += summary.nonfinite;
                sum += summary.sum;
                absolute += summary.absolute;
                min = Math.min(min, summary.min);
                max = Math.max(max, summary.max);
            }
        }
        if (count != real(branch, "count", -1)) {
            return false;
        }
        if (count == nonfinite) {
            return true;
        }
        double scale = Math.max(-min, max);
        return nonfinite == real(branch, "nonfinite", 0)
                && Math.abs(sum - real(branch, "sum", 0)) <= 1e-9 * absolute + 1e-6 * scale
                && Math.abs(min - real(branch, "min", 0)) <= 1e-6 * scale
                && Math.abs(max - real(branch, "max", 0)) <= 1e-6 * scale;
    }

    private static double real(Map<?, ?> branch, String key, double otherwise) {
        return branch.get(key) instanceof Number n ? n.doubleValue() : otherwise;
    }
}
