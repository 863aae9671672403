package hep.winnow.core.csv;

import static org.assertj.core.api.Assertions.assertThat;

import hep.winnow.api.event.EventBlock;
import hep.winnow.api.random.RandomStream;
import hep.winnow.core.text.ColumnText;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The tables of {@code cases.txt}. */
class CsvCasesTest {
    @TempDir
    Path folder;

    /** One case; {@code lines} holds columns and rows. */
    record Case(String name, String table, List<String> lines) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> cases() {
        return Arrays.stream(Tables.resource("cases.txt").split("\n== ", -1))
                .skip(1)
                .map(CsvCasesTest::parse);
    }

    private static Case parse(String text) {
        List<String> lines = new ArrayList<>(text.lines().toList());
        while (lines.size() > 3 && lines.get(lines.size() - 1).isEmpty()) {
            lines.remove(lines.size() - 1);
        }
        return new Case(lines.get(0), lines.get(1), lines.subList(2, lines.size()));
    }

    private static String unescaped(String text) {
        return text.replace("\\n", "\n").replace("\\r", "\r").replace("\\t", "\t");
    }

    private Tables.Read read(String table) {
        return Tables.read(CsvSource.open(List.of(Tables.write(folder, "a.csv", table)), CsvOptions.DEFAULT), 2);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isReadAsWritten(Case c) {
        Tables.Read read = read(unescaped(c.table()));
        CsvSource source = CsvSource.open(List.of(folder.resolve("a.csv")), CsvOptions.DEFAULT);
        assertThat(source.schema().stream()
                        .map(i -> i.name() + ":" + i.type())
                        .collect(Collectors.joining(" ", "-> ", "")))
                .isEqualTo(c.lines().get(0));
        List<String> expected = c.lines().subList(1, c.lines().size());
        assertThat(rows(read))
                .isEqualTo(expected.stream()
                        .filter(l -> !l.startsWith("! "))
                        .map(l -> unescaped(l).replace("<empty>", ""))
                        .toList());
        assertThat(read.bad().stream().map(b -> b.replace("a.csv:", "! ")).toList())
                .isEqualTo(expected.stream().filter(l -> l.startsWith("! ")).toList());
        assertThat(read.error()).isEmpty();
    }

    private static List<String> rows(Tables.Read read) {
        List<String> rows = new ArrayList<>();
        for (EventBlock block : read.blocks()) {
            for (int i = 0; i < block.size(); i++) {
                int row = i;
                rows.add(
                        block.columns().stream().map(c -> ColumnText.of(c, row)).collect(Collectors.joining(" | ")));
            }
        }
        return rows;
    }

    @Test
    void neverFailsOtherThanByAUserError() {
        RandomStream random = new RandomStream(11);
        List<Case> cases = cases().toList();
        for (int n = 0; n < 600; n++) {
            byte[] bytes =
                    unescaped(cases.get(random.nextInt(cases.size())).table()).getBytes(StandardCharsets.UTF_8);
            for (int k = random.nextInt(4); k >= 0; k--) {
                bytes[random.nextInt(bytes.length)] = (byte) "\",\n\r\t ;#x1\u00ff\0".charAt(random.nextInt(12));
            }
            String text = new String(bytes, StandardCharsets.ISO_8859_1);
            try {
                Tables.Read read = Tables.read(
                        CsvSource.open(List.of(Tables.write(folder, "b.csv", bytes)), CsvOptions.DEFAULT), 1);
                long lines = text.lines().count();
                assertThat(read.bad()).allMatch(b -> Long.parseLong(b.split(":", -1)[1]) <= lines);
            } catch (hep.winnow.api.diagnostic.UserError refused) {
                assertThat(refused.message()).as("%s", text).contains("b.csv");
            }
        }
    }
}
