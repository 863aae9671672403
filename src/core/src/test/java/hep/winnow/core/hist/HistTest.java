package hep.winnow.core.hist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hep.winnow.core.testing.Macros;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistTest {
    private static final String READ = """
        read s from "s.csv" role=signal weight=w
        read b from "b.csv" role=background weight=w
        read d from "d.csv" role=data
        """;

    @TempDir
    Path folder;

    private Macros macros;

    @BeforeEach
    void writeEvents() {
        macros = new Macros(folder)
                .lines("s.csv", "x,y,w", "1,5,2", "2,7,-1", "3,4,2")
                .lines("b.csv", "x,y,w", "0.5,1,4", "1,2,4", "2,3,4", "3.5,8,4", "9,9,4")
                .lines("d.csv", "x,y", "0.5,1", "0.7,2", "1.5,1", "2.5,3", "3.5,2", ",3");
    }

    private static double[] numbers(Map<?, ?> facts, String key) {
        return ((List<?>) Objects.requireNonNull(facts.get(key), key))
                .stream()
                        .mapToDouble(v -> v instanceof Number n ? n.doubleValue() : Double.NaN)
                        .toArray();
    }

    private static Map<?, ?> item(Map<?, ?> facts, String key, int i) {
        return (Map<?, ?>) ((List<?>) Objects.requireNonNull(facts.get(key), key)).get(i);
    }

    @Test
    void dividesDataByTheStack() {
        Map<?, ?> facts =
                macros.run(READ + "hist : x bins=4 range=0..4").facts("hist").get(0);

        Map<?, ?> ratio = item(facts, "ratio", 0);
        assertThat(ratio.get("to")).isEqualTo("background");
        assertThat(numbers(ratio, "value")).containsExactly(0.5, 0.25, 0.25, 0.25);
        assertThat(numbers(ratio, "high")[0]).isCloseTo(4.637859623455245 / 4, within(1e-9));
        assertThat(numbers(ratio, "band")).containsExactly(1, 1, 1, 1);
        assertThat(numbers(item(facts, "histograms", 2), "low")[1]).isCloseTo(0.17275377902344996, within(1e-9));
    }

    @Test
    void takesSignalIntoTheStackWhereAsked() {
        Map<?, ?> facts = macros.run(READ + "hist : x bins=4 range=0..4 signal=stack")
                .facts("hist")
                .get(0);

        assertThat(item(facts, "ratio", 0).get("to")).isEqualTo("simulation");
        assertThat(numbers(item(facts, "ratio", 0), "value")).containsExactly(0.5, 1 / 6.0, 1 / 3.0, 1 / 6.0);
    }

    @Test
    void neitherFillsNorKeepsBlindedData() {
        for (String bins : List.of("bins=4 range=0..4", "edges=[0, 1, 2, 3, 4]", "bins=4")) {
            Macros.Run run = macros.run(READ + "hist : x blind=(x > 1 and x < 3) " + bins);
            Map<?, ?> data = item(run.facts("hist").get(0), "histograms", 2);

            assertThat(data.get("blinded")).as(bins).isEqualTo(2L);
            assertThat(data.get("total")).isEqualTo(3.0);
            assertThat(data.get("missing")).isEqualTo(1L);
            assertThat(item(run.facts("hist").get(0), "histograms", 1).get("total"))
                    .as("simulation is not blinded")
                    .isEqualTo(20.0);
            assertThat(run.text()).contains("blinded");
        }
    }

    @Test
    void comparesBlindedDataWithWhatIsLeftOfSimulation() {
        Map<?, ?> facts = macros.run(READ + "hist : x bins=1 range=0..4 blind=(y >= 3)")
                .facts("hist")
                .get(0);

        assertThat(item(facts, "histograms", 2).get("blinded")).isEqualTo(2L);
        assertThat(numbers(item(facts, "ratio", 0), "value")).containsExactly(4 / 8.0);
    }

    @Test
    void fillsEachRegionOfAList() {
        String regions = "region lo { cut \"lo\" : y < 4 }\nregion hi { cut \"hi\" : y >= 4 }\n";
        List<Map<?, ?>> facts =
                macros.run(READ + regions + "hist h in [lo, hi] : x bins=2").facts("hist");

        assertThat(facts.stream().map(f -> (Object) f.get("in")).toList()).isEqualTo(List.of("lo", "hi"));
        assertThat(numbers(facts.get(0), "edges")).isEqualTo(numbers(facts.get(1), "edges"));
        assertThat(item(facts.get(0), "histograms", 0).get("label")).isEqualTo("b");
        assertThat(item(facts.get(0), "histograms", 0).get("total")).isEqualTo(12.0);
        assertThat(item(facts.get(1), "histograms", 0).get("total")).isEqualTo(3.0);
    }

    @Test
    void scalesSimulationToTheData() {
        Macros.Run run = macros.run(READ + "hist : x bins=4 range=0..4 normalise=data");

        assertThat(run.facts("hist").get(0).get("simulation_scale")).isEqualTo(0.25);
        assertThat(run.text()).contains("scaled to the data by 0.25");
    }

    @Test
    void hasBinsOfEqualLogarithms() {
        Map<?, ?> facts = macros.run(READ + "hist in b : x logx=yes bins=2 range=0.5..8")
                .facts("hist")
                .get(0);

        assertThat(numbers(facts, "edges")[1]).isCloseTo(2, within(1e-12));
        assertThat(macros.problems(READ + "hist : x logx=yes range=0..8"))
                .singleElement()
                .asString()
                .contains("begins above 0");
        assertThat(macros.run(READ + "hist : x logx=yes bins=3").facts("hist")).hasSize(1);
    }

    @Test
    void fillsAPlaneWithUnderAndOverflowOfBothAxes() {
        Map<?, ?> facts = macros.run(READ + "hist2d in b : [x, y] bins=[2, 1] range=[0..4, 2..8]")
                .facts("hist2d")
                .get(0);

        Map<?, ?> h = item(facts, "histograms", 0);
        assertThat(numbers(h, "sumw")).containsExactly(0, 4, 0, 0, 0, 4, 8, 0, 0, 0, 0, 4);
        assertThat(h.get("inside")).isEqualTo(12.0);
        assertThat((Double) h.get("correlation")).isCloseTo(0.9683, within(1e-4));
    }

    @Test
    void profilesTheMeanOfOneOverTheOther() {
        Map<?, ?> facts = macros.run(READ + "profile in b : [x, y] bins=2 range=0..4")
                .facts("profile")
                .get(0);

        Map<?, ?> p = item(facts, "profiles", 0);
        assertThat(numbers(p, "mean")).containsExactly(Double.NaN, 1.5, 5.5, 9);
        assertThat(numbers(p, "error")[1]).isCloseTo(0.5 / Math.sqrt(2), within(1e-12));
        assertThat(numbers(p, "neff")).containsExactly(0, 2, 2, 1);
    }

    @Test
    void leavesOutOneRequirementAtATime() {
        String region = """
                region r on b {
                  cut "both" : x > 0.8 and y < 9
                  cut "window" : 1 < y < 8.5
                  cut "order" : x < y
                  cut "either" : x > 3 or y > 1
                }
                """;
        Macros.Run run = macros.run(READ + region + "nminus1 r");
        Map<?, ?> facts = run.facts("nminus1").get(0);

        List<?> cuts = (List<?>) Objects.requireNonNull(facts.get("cuts"));
        assertThat(cuts.stream()
                        .map(c -> (Object) ((Map<?, ?>) c).get("condition"))
                        .toList())
                .isEqualTo(List.of("x > 0.8", "y < 9", "1 < y < 8.5", "x < y"));
        assertThat(facts.get("not_drawn")).isEqualTo(List.of("x > 3 or y > 1"));
        assertThat(run.text()).contains("not drawn, as nothing is compared with a number: x > 3 or y > 1");
        assertThat(cuts.stream().map(c -> total((Map<?, ?>) c)).toList()).isEqualTo(List.of(3L, 3L, 3L, 3L));
        assertThat(item(facts, "cuts", 3).get("value")).isEqualTo("x - y");
        assertThat(numbers(item(facts, "cuts", 2), "numbers")).containsExactly(1, 8.5);
    }

    private static long total(Map<?, ?> cut) {
        long sum = 0;
        for (double n : numbers(item(cut, "histograms", 0), "entries")) {
            sum += (long) n;
        }
        return sum;
    }

    @Test
    void refusesWhatCannotBeDrawn() {
        assertThat(macros.problems(READ + "nminus1 b"))
                .singleElement()
                .asString()
                .contains("has no cuts");
        assertThat(macros.problems(READ + "hist2d in b : x"))
                .singleElement()
                .asString()
                .contains("takes two values");
        assertThat(macros.problems(READ + "hist in b : x blind=y"))
                .singleElement()
                .asString()
                .contains("'blind' takes a condition");
        assertThat(macros.problems(READ + "hist in b : x logy=yes"))
                .singleElement()
                .asString()
                .contains("'log'");
    }

    @Test
    void givesTheSameForAnyNumberOfThreads() {
        String macro = READ + "hist : x bins=4 range=0..4\nhist2d : [x, y] bins=3\nprofile : [x, y] bins=3\n";
        String one = macros.run(macro, 1).file("run.json");
        String three = macros.run(macro, 3).file("run.json");
        assertThat(statements(three)).isEqualTo(statements(one));
    }

    private static String statements(String json) {
        return json.substring(json.indexOf("\"statements\""));
    }
}
