package hep.winnow.core.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hep.winnow.api.random.RandomStream;
import hep.winnow.core.testing.Macros;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which events of a sample are used: duplicates, certified data, and the first few while one tries things out. */
final class ScreeningTest {
    @TempDir
    Path folder;

    private Macros macros;

    @BeforeEach
    void open() {
        macros = new Macros(folder);
    }

    private static Map<?, ?> input(Macros.Run run, int i) {
        return (Map<?, ?>) ((List<?>) Objects.requireNonNull(run.json().get("inputs"))).get(i);
    }

    @Test
    void dropsTheLaterOfTwoEventsAcrossFilesForAnyNumberOfThreads() {
        RandomStream random = new RandomStream(5);
        Set<String> seen = new HashSet<>();
        List<String> expected = new ArrayList<>();
        int rows = 0;
        for (int file = 0; file < 3; file++) {
            List<String> lines = new ArrayList<>(List.of("run,event,tag,x"));
            for (int i = 0; i < 9000; i++) {
                String id =
                        random.nextInt(20) + "," + random.nextInt(2000) + "," + (random.nextInt(2) == 0 ? "a" : "b");
                lines.add(id + "," + rows);
                if (seen.add(id)) {
                    expected.add(Integer.toString(rows));
                }
                rows++;
            }
            macros.lines("f" + file + ".csv", lines.toArray(String[]::new));
        }
        String macro = "read s from \"f*.csv\" role=signal id=[run, event, tag] duplicates=drop\n"
                + "region r { cut \"x\" : x >= 0 }\ncutflow r save=\"c.csv\"\nsave s to \"s.csv\" columns=[x]";
        for (int threads : new int[] {1, 3}) {
            Macros.Run run = macros.run(macro, threads);
            assertThat(run.file("s.csv").lines().skip(1)).containsExactlyElementsOf(expected);
            int dropped = rows - expected.size();
            assertThat(run.text())
                    .contains("sample 's': " + dropped + " of 27000 events were there before and were left out ("
                            + expected.size() + " ids took ")
                    .containsPattern(
                            "s +read +27000 *\n +no duplicates +" + expected.size() + " *\n +all +" + expected.size());
            assertThat(run.file("c.csv")).contains("\"r\",\"s\",\"read\",27000,,,,,\n");
            assertThat(input(run, 0).get("events")).isEqualTo((long) expected.size());
            assertThat(input(run, 0).get("duplicates")).isEqualTo((long) dropped);
            assertThat(run.warnings()).isEmpty();
        }
    }

    @Test
    void warnsOfDuplicatesWhereNothingIsSaidOfThem() {
        macros.lines("a.csv", "run,event", "1,5", "1,6").lines("b.csv", "run,event", "1,7", "1,5");
        String read = "read s from [\"a.csv\", \"b.csv\"] role=data id=[run, event] ";
        String show = "\nshow s columns=[event]";
        assertThat(macros.run(read + show).warnings())
                .containsExactly(
                        "sample 's': 1 of 4 events have the id of an earlier one, and count again; the first is run ="
                                + " 1, event = 5, event 4 in the order of the files. duplicates=drop leaves them out,"
                                + " duplicates=keep says that it is meant");
        assertThat(macros.run(read + "duplicates=keep" + show).warnings()).isEmpty();
        assertThatThrownBy(() -> macros.run(read + "duplicates=error" + show))
                .hasMessageContaining(
                        "sample 's' has an event twice: run = 1, event = 5, event 4 in the order of the files");
        assertThat(macros.problems("read s from \"a.csv\" role=data duplicates=drop"))
                .containsExactly(
                        "E127 1:42-45 'duplicates' needs the columns that tell events apart / write id=[run, event]");
    }

    @Test
    void keepsCertifiedSectionsAlone() {
        macros.file("golden.json", "{\"190456\": [[60, 90], [1, 50]],\n \"7\": [[3, 3]]}")
                .lines(
                        "d.csv",
                        "run,ls,x",
                        "190456,1,1",
                        "190456,50,2",
                        "190456,51,3",
                        "190456,60,4",
                        "190456,91,5",
                        "7,3,6",
                        "7,2,7",
                        "8,3,8",
                        "190456,0,9");
        Macros.Run run = macros.run("read d from \"d.csv\" role=data certified=\"golden.json\"\n"
                + "region r { cut \"x\" : x > 1 }\ncutflow r\nsave d to \"o.csv\" columns=[x]");
        assertThat(run.file("o.csv").lines().skip(1)).containsExactly("1", "2", "4", "6");
        assertThat(run.text()).containsPattern("d +read +9 *\n +no uncertified +4 *\n +all +4 ");
        assertThat(run.facts("cutflow").get(0).get("read"))
                .hasToString("{d=[{label=read, raw=9}, {label=no uncertified, raw=4}]}");
        assertThat(input(run, 0).get("uncertified")).isEqualTo(5L);
        assertThat(input(run, 1).get("certified")).isEqualTo("d");
    }

    @Test
    void saysWhereAMaskIsWrong() {
        macros.lines("d.csv", "run,ls,x,y", "1,1,1,a");
        assertThat(problem("{\"1\": [[1, 5]", ""))
                .contains("E400 1:41-48 FOLDER/m.json: not well-formed JSON, line 2, column 1: Unexpected end-of-input:"
                        + " expected close marker for Array / ")
                .contains("/ expected {\"run\": [[first, last], …], …}");
        assertThat(problem("{\"1\": [[1, 5], [7]]}", ""))
                .contains("run 1, range 2: found a list of 1, expected two whole numbers, [first, last]");
        assertThat(problem("{\"1\": [[9, 5]]}", ""))
                .contains("run 1, range 1: found [9, 5], which ends before it begins");
        assertThat(problem("{\"one\": []}", "")).contains("found the key \"one\", expected the number of a run");
        assertThat(problem("[]", "")).contains("this is no mask of certified data");
        assertThat(problem("{}", "lumi_section=lsx"))
                .contains("E104 1:63-65 unknown column 'lsx' / did you mean 'ls'?");
        assertThat(problem("{}", "run=y"))
                .contains("E127 1:54-54 column 'y' holds no whole numbers, which certified= needs");
        assertThat(macros.problems("read d from \"d.csv\" role=data run=run"))
                .containsExactly("E205 1:35-37 'run' is for certified=, which is not given / leave it out");
    }

    private String problem(String json, String options) {
        macros.file("m.json", json + "\n");
        return String.join("\n", macros.problems("read d from \"d.csv\" role=data certified=\"m.json\" " + options))
                .replace(folder.toString(), "FOLDER");
    }

    @Test
    void usesTheFirstEventsOfEachSampleWhileOneTries() {
        macros.lines("a.csv", "x,w", "1,1", "2,1", "3,2").lines("b.csv", "x,w", "4,1", "5,1", "6,2");
        String macro = "set lumi=10 %s\nread s from [\"a.csv\", \"b.csv\"] role=signal weight=w xsec=2 %s\n"
                + "numbers n events=50\nhist in s : x bins=1 range=0..10\nhist in n : x bins=1 range=-9..9";
        Macros.Run all = macros.run(macro.formatted("", ""));
        assertThat(all.warnings()).isEmpty();
        Macros.Run four = macros.run(macro.formatted("limit=4", ""));
        assertThat(input(four, 0).get("events")).isEqualTo(4L);
        assertThat(input(four, 0).get("limit")).isEqualTo(4L);
        assertThat(four.warnings().get(0))
                .startsWith(
                        "ONLY A TRY: limit= uses the first 4 events of the samples 's', 'n'. Samples with xsec= are");
        assertThat(total(four, 0)).isEqualTo(total(all, 0)).isEqualTo(20.0);
        assertThat(total(four, 1)).isEqualTo(4.0);
        Macros.Run two = macros.run(macro.formatted("limit=4", "limit=2"));
        assertThat(input(two, 0).get("events")).isEqualTo(2L);
        assertThat(two.warnings())
                .anyMatch(w -> w.startsWith("ONLY A TRY: limit= uses the first 2 events of sample 's'."));
    }

    private static Object total(Macros.Run run, int hist) {
        List<?> histograms =
                (List<?>) Objects.requireNonNull(run.facts("hist").get(hist).get("histograms"));
        double sum = 0;
        for (Object histogram : histograms) {
            sum += ((List<?>) Objects.requireNonNull(((Map<?, ?>) histogram).get("sumw")))
                    .stream().mapToDouble(v -> (Double) v).sum();
        }
        return sum;
    }
}
