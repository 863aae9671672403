package hep.winnow.root.ntuple;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.event.ColumnInfo;
import hep.winnow.api.event.EventSource;
import hep.winnow.api.event.UnreadableColumn;
import hep.winnow.root.testing.Json;
import hep.winnow.root.testing.Summary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Files that ROOT wrote, against what uproot reads in them. */
@Tag("shared")
class OtherProgramsTest {
    private static final Path DATA = Path.of("../../../shared/data");

    /** The only file that is refused: ROOT 6.21 wrote it, long before the format was settled. */
    private static final Path PRE_RELEASE = DATA.resolve("root/gohep/ntpl001_staff.root");

    /** Columns that are refused, with the reason. */
    private static final List<UnreadableColumn> REFUSED = List.of(
            new UnreadableColumn("TestClassField.fStreamed", "CyclicStruct", "it holds objects as ROOT streams them"),
            new UnreadableColumn("empty_struct", "EmptyStruct", "it has no members"));

    /** Members of records in an array: on its own, uproot gives the first few values of all instead of three an event. */
    private static final String WRONG = "array_lv.";

    private static void assumeThereIsData() {
        Assumptions.assumeTrue(Files.isDirectory(DATA), "no data in " + DATA.toAbsolutePath());
    }

    /** Returns the descriptions of what uproot reads. */
    private static List<Path> golden() throws IOException {
        assumeThereIsData();
        try (Stream<Path> files = Files.list(DATA.resolve("golden"))) {
            return files.filter(OtherProgramsTest::isOfNTuples).sorted().toList();
        }
    }

    private static boolean isOfNTuples(Path golden) {
        try {
            Map<?, ?> keys = (Map<?, ?>) get((Map<?, ?>) Json.read(golden), "keys");
            return keys.values().stream().anyMatch(c -> c.equals("ROOT::RNTuple"));
        } catch (IOException | ClassCastException e) {
            return false;
        }
    }

    private static Path file(Path golden) {
        String[] words =
                String.valueOf(golden.getFileName()).replace(".json", ".root").split("__", 2);
        return DATA.resolve("root").resolve(words[0]).resolve(words[1]);
    }

    @Test
    void readsWhatUprootReads() throws IOException {
        List<UnreadableColumn> refused = new ArrayList<>();
        int compared = 0;
        List<Path> all = golden();
        for (Path golden : all) {
            Map<?, ?> told = (Map<?, ?>) Json.read(golden);
            Map<String, EventSource> sources = NTuples.all(file(golden));
            for (Object tree : (List<?>) get(told, "trees")) {
                Map<?, ?> ntuple = (Map<?, ?>) tree;
                EventSource source = Objects.requireNonNull(sources.get(String.valueOf(get(ntuple, "key"))));
                assertThat(source.events().getAsLong())
                        .as(golden + "")
                        .isEqualTo(number(get(ntuple, "entries")).longValue());
                refused.addAll(source.unreadable());
                for (Object branch : (List<?>) get(ntuple, "branches")) {
                    compared += compare(golden + ": ", source, (Map<?, ?>) branch);
                }
            }
        }

        assertThat(all).hasSize(27);
        assertThat(compared).isEqualTo(1459);
        assertThat(refused).containsExactlyElementsOf(REFUSED);
    }

    private static Object get(Map<?, ?> map, String key) {
        return Objects.requireNonNull(map.get(key), key);
    }

    private static Number number(Object told) {
        return (Number) told;
    }

    /** Compares one column, if it is one of its own here; otherwise its members are. */
    private static int compare(String where, EventSource source, Map<?, ?> branch) throws IOException {
        String told = String.valueOf(branch.get("name"));
        String plain = told.replace("::", ".");
        String pair = plain.replaceAll("\\.0$", ".first").replaceAll("\\.1$", ".second");
        List<String> names = source.schema().stream().map(ColumnInfo::name).toList();
        String name = names.contains(pair) ? pair : plain.replaceAll("\\.([0-9])", "._$1");
        if (!names.contains(name)) {
            assertThat(Stream.concat(
                            names.stream(), source.unreadable().stream().map(UnreadableColumn::name)))
                    .as(where + told)
                    .anyMatch(n -> n.equals(name) || n.startsWith(name + "."));
            return 0;
        }
        if (name.startsWith(WRONG)) {
            return 0;
        }
        Summary found = Summary.of(source, name);
        assertThat(found.events).as(where + told).isEqualTo(source.events().getAsLong());
        if (branch.get("first") instanceof List<?> first) {
            assertSame(where + told, found.first, first);
        }
        if (branch.containsKey("count")) {
            assertThat(found.count)
                    .as(where + told)
                    .isEqualTo(number(get(branch, "count")).longValue());
            if (branch.containsKey("nonfinite")) {
                assertThat(found.nonfinite)
                        .as(where + told)
                        .isEqualTo(number(get(branch, "nonfinite")).longValue());
            }
            if (found.count > found.nonfinite) {
                double scale = Math.max(-found.min, found.max);
                assertThat(found.sum)
                        .as(where + told)
                        .isCloseTo(real(get(branch, "sum")), within(1e-9 * found.absolute + 1e-7 * scale));
                assertThat(found.min).as(where + told).isCloseTo(real(get(branch, "min")), within(1e-7 * scale));
                assertThat(found.max).as(where + told).isCloseTo(real(get(branch, "max")), within(1e-7 * scale));
            }
        }
        return 1;
    }

    private static double real(Object told) {
        return number(told).doubleValue();
    }

    private static void assertSame(String where, Object found, Object told) {
        if (found instanceof List<?> list) {
            assertThat(told).as(where).isInstanceOf(List.class);
            List<?> expected = (List<?>) told;
            assertThat(list).as(where).hasSameSizeAs(expected);
            for (int i = 0; i < expected.size(); i++) {
                assertSame(where, list.get(i), expected.get(i));
            }
        } else if (found instanceof Double value && told instanceof Number number) {
            assertThat(value).as(where).isCloseTo(number.doubleValue(), within(1e-7 * (1 + Math.abs(value))));
        } else if (found instanceof Double value) {
            assertThat(Double.toString(value).toLowerCase(Locale.ROOT).replace("infinity", "inf"))
                    .as(where)
                    .isEqualTo(told);
        } else {
            assertThat(found).as(where).isEqualTo(told);
        }
    }

    @Test
    void refusesAnNTupleOfBeforeTheFormatWasSettled() {
        assumeThereIsData();

        assertThatThrownBy(() -> NTuples.all(PRE_RELEASE))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("pre-release")
                .hasMessageContaining("ROOT 6.34");
    }

    @Test
    void readsArraysOfRecordsAndVariants() throws IOException {
        assumeThereIsData();
        Path skhep = DATA.resolve("root/skhep");
        EventSource stl = NTuples.all(skhep.resolve("test_stl_containers_rntuple_v1-0-0-0.root"))
                .values()
                .iterator()
                .next();

        assertThat(Summary.of(stl, "vector_variant_int64_string._0").first)
                .hasToString("[[NaN], [NaN, 2.0], [NaN, 2.0, 3.0]]");
        assertThat(Summary.of(stl, "vector_variant_int64_string._1").first).hasToString("[[one], [one, ], [one, , ]]");
        assertThat(Summary.of(stl, "array_lv.eta").first)
                .hasToString("[[1.0, 1.0, 1.0], [2.0, 2.0, 2.0], [3.0, 3.0, 3.0]]");
    }
}
