package hep.winnow.core.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hep.winnow.core.testing.Macros;
import hep.winnow.core.testing.Nested;
import hep.winnow.core.testing.Nested.Event;
import hep.winnow.core.testing.Nested.Particle;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lookup tables from their file to the numbers, against plain loops over the rows of the table. */
final class LookupTablesTest {
    private static final double[] PT = {5, 20, 40, 70, 120};
    private static final double[] ETA = {0, 0.8, 1.5, 2.5};

    @TempDir
    Path folder;

    private Macros macros;

    @BeforeEach
    void open() {
        macros = new Macros(folder);
    }

    private static double value(int i, int j) {
        return 0.9 + 0.01 * i - 0.02 * j;
    }

    /** Rows stand in no order. */
    private void writeGrid() {
        List<String> lines = new ArrayList<>(List.of("eta_low,sf,pt_low,sf_err,pt_high,eta_high"));
        for (int k = 0; k < 12; k++) {
            int i = (5 * k % 12) / 3;
            int j = (5 * k % 12) % 3;
            lines.add(ETA[j] + "," + value(i, j) + "," + PT[i] + ",0.125," + PT[i + 1] + "," + ETA[j + 1]);
        }
        macros.lines("sf.csv", lines.toArray(String[]::new));
    }

    /** A plain loop. */
    private static double scan(double pt, double eta, double otherwise) {
        if (Double.isNaN(pt) || Double.isNaN(eta)) {
            return Double.NaN;
        }
        for (int i = 0; i + 1 < PT.length; i++) {
            for (int j = 0; j + 1 < ETA.length; j++) {
                if (PT[i] <= pt && pt < PT[i + 1] && ETA[j] <= eta && eta < ETA[j + 1]) {
                    return value(i, j);
                }
            }
        }
        return otherwise;
    }

    @Test
    void looksUpEachJetAsAPlainLoopDoes() {
        writeGrid();
        String macro = "table sf from \"sf.csv\" keys=[pt, eta] outside=-1\n"
                + "nested a events=1000\n"
                + "define f = sf(jet_pt, abs(jet_eta))\n"
                + "define good = not isnan(f)\n"
                + "save a to \"a.csv\" columns=[event, sum(f[good]), count(f[good] < 0), sum(sf(jet_pt,"
                + " abs(jet_eta)).up[good]), count(sf(jet_pt, abs(jet_eta)).found), sf(met, 0.5)]";
        List<String> expected = new ArrayList<>();
        for (Event event : Nested.events(1000)) {
            double sum = 0;
            double up = 0;
            int outside = 0;
            int found = 0;
            for (Particle jet : event.jets()) {
                double sf = scan(jet.pt(), Math.abs(jet.eta()), -1);
                if (!Double.isNaN(sf)) {
                    sum += sf;
                    up += sf < 0 ? sf : sf + 0.125;
                    outside += sf < 0 ? 1 : 0;
                    found += sf < 0 ? 0 : 1;
                }
            }
            expected.add(event.number() + "," + sum + "," + (double) outside + "," + up + "," + (double) found + ","
                    + scan(event.met(), 0.5, -1));
        }
        for (int threads : new int[] {1, 3}) {
            assertThat(macros.run(macro, threads).file("a.csv").lines().skip(1)).containsExactlyElementsOf(expected);
        }
    }

    private List<String> column(String table, String call, String... xs) {
        List<String> lines = new ArrayList<>(List.of("x,era"));
        for (String x : xs) {
            lines.add(x.contains(",") ? x : x + ",a");
        }
        macros.lines("x.csv", lines.toArray(String[]::new));
        return macros.run(
                        table + "\nread s from \"x.csv\" types=[x=double, era=string]\nsave s to \"out.csv\" columns=["
                                + call + "]")
                .file("out.csv")
                .lines()
                .skip(1)
                .toList();
    }

    @Test
    void takesTheNextBinWhereItClamps() {
        macros.lines("t.csv", "x_low,x_high,value", "10,20,1", "30,40,3", "20,25,2");
        assertThat(column(
                        "table t from \"t.csv\" keys=x outside=clamp",
                        "t(x)",
                        "5",
                        "10",
                        "19.5",
                        "20",
                        "25",
                        "27",
                        "28",
                        "40",
                        "1e9",
                        ""))
                .containsExactly("1.0", "1.0", "1.0", "2.0", "2.0", "2.0", "3.0", "3.0", "3.0", "nan");
        assertThat(column("table t from \"t.csv\" keys=x", "t(x)", "5", "10", "25", "40"))
                .containsExactly("nan", "1.0", "nan", "nan");
    }

    @Test
    void interpolatesBetweenPointsAndCentresOfBins() {
        macros.lines("points.csv", "x,value", "10,1", "30,5", "20,2");
        assertThat(column(
                        "table t from \"points.csv\" keys=x interpolation=linear",
                        "t(x)",
                        "9",
                        "10",
                        "15",
                        "20",
                        "25",
                        "30",
                        "30.5"))
                .containsExactly("nan", "1.0", "1.5", "2.0", "3.5", "5.0", "nan");
        assertThat(column(
                        "table t from \"points.csv\" keys=x interpolation=nearest",
                        "t(x)",
                        "4.9",
                        "5",
                        "14",
                        "15",
                        "34",
                        "35"))
                .containsExactly("nan", "1.0", "1.0", "2.0", "5.0", "nan");
        assertThat(column("table t from \"points.csv\" keys=x", "t(x)", "10", "15", "20"))
                .containsExactly("1.0", "nan", "2.0");
        macros.lines("bins.csv", "x_low,x_high,value", "0,10,1", "10,20,2");
        assertThat(column(
                        "table t from \"bins.csv\" keys=x interpolation=linear outside=clamp",
                        "t(x)",
                        "-1",
                        "0",
                        "5",
                        "10",
                        "15",
                        "19",
                        "20"))
                .containsExactly("1.0", "1.0", "1.0", "1.5", "2.0", "2.0", "2.0");
        macros.lines("grid.csv", "x,y,value", "0,0,1", "0,2,3", "4,0,5", "4,2,11");
        assertThat(column("table t from \"grid.csv\" keys=[x, y] interpolation=linear", "t(x, x/2)", "0", "2", "4"))
                .containsExactly("1.0", "5.0", "11.0");
    }

    @Test
    void matchesTextsAndWholeNumbersExactly() {
        macros.lines("t.csv", "era,x_low,x_high,value,other", "a,0,10,1,7", "b,0,5,2,8", "b,5,10,3,9");
        String table = "table t from \"t.csv\" keys=[era, x] value=value outside=clamp";
        assertThat(column(table, "t(era, x)", "1,a", "7,a", "1,b", "7,b", "99,b", "1,c"))
                .containsExactly("1.0", "1.0", "2.0", "3.0", "3.0", "nan");
        assertThat(column(table, "t(\"b\", x).other", "1", "7")).containsExactly("8.0", "9.0");
    }

    @Test
    void namesTheEventThatHasNoRowWhereThatIsAnError() {
        macros.lines("t.csv", "x_low,x_high,value", "10,20,1").lines("x.csv", "x,n", "15,1", "12,2", "25,3");
        String macro = "table t from \"t.csv\" keys=x outside=error\nread s from \"x.csv\" role=data\n"
                + "region r { cut \"low\" : n < 3 and t(x) > 0 }\nsave r to \"o.csv\" columns=[n]";
        assertThatThrownBy(() -> macros.run(macro))
                .hasMessageContaining("table 't' has no row for x = 25, asked for in event 3 of sample 's'");
    }

    @Test
    void tellsWhatIsWrongWithTheRows() {
        macros.lines("overlap.csv", "x_low,x_high,value", "0,10,1", "20,30,2", "5,15,3")
                .lines("twice.csv", "x,value", "1,2", "3,4", "1,5")
                .lines("turned.csv", "x_low,x_high,value", "0,10,1", "20,15,2")
                .lines("hole.csv", "x_low,x_high,value", "0,10,1", "10,,2")
                .lines("empty.csv", "x_low,x_high,value")
                .lines("nogrid.csv", "x,y,value", "0,0,1", "0,2,3", "4,0,5", "4,3,11")
                .lines("many.csv", "x,a,b", "1,2,3");
        assertThat(macros.problems("""
                        table a from "overlap.csv" keys=x
                        table b from "twice.csv" keys=x
                        table c from "turned.csv" keys=x
                        table d from "hole.csv" keys=x
                        table e from "empty.csv" keys=x
                        table f from "nogrid.csv" keys=[x, y] interpolation=linear
                        table g from "many.csv" keys=x
                        """))
                .containsExactly(
                        "E131 1:14-26 overlap.csv: rows 1 and 3 of the table overlap: x 0 to 10, and x 5 to 15 / bins"
                                + " of x may depend on the keys before it in keys=[…], and must not overlap otherwise",
                        "E131 2:14-24 twice.csv: rows 1 and 3 of the table have the same keys: x 1 / keep one of them,"
                                + " or name the key that tells them apart",
                        "E131 3:14-25 turned.csv: row 2: the bin of x goes from 20 to 15 / a bin ends above its low"
                                + " edge",
                        "E131 4:14-23 hole.csv: row 2 has no value in the key column 'x_high' / mend the row",
                        "E131 5:14-24 empty.csv: the table has no rows",
                        "E131 6:14-25 nogrid.csv: the table is no grid: there are other bins of y at row 3 (x 4, y 0)"
                                + " than at row 1 (x 0, y 0) / interpolation=linear needs a row for each combination of"
                                + " bins",
                        "E131 7:14-23 many.csv: which column is the value of the table? It has a, b / write value=a");
    }

    @Test
    void weighsEventsAndLeavesTheNormalisationAlone() {
        macros.lines("sf.csv", "x,sf", "1,0.5", "2,0.25").lines("s.csv", "x,w", "1,1", "2,3", "2,-1", "1,1");
        String macro = "set lumi=10\ntable sf from \"sf.csv\" keys=x\n"
                + "read s from \"s.csv\" role=signal weight=w %s xsec=2\nhist in s : x bins=2 range=0.5..2.5";
        assertThat(sums(macros.run(macro.formatted("")))).containsExactly(0.0, 10.0, 10.0, 0.0);
        Macros.Run run = macros.run(macro.formatted("factor=sf(x)"));
        assertThat(sums(run)).containsExactly(0.0, 5.0, 2.5, 0.0);
        Map<?, ?> table =
                (Map<?, ?>) ((List<?>) Objects.requireNonNull(run.json().get("inputs"))).get(1);
        assertThat(table.keySet().stream().map(Object::toString)).containsExactly("table", "path", "bytes", "sha256");
        assertThat(table.get("table")).isEqualTo("sf");
        assertThat(table.get("bytes"))
                .isEqualTo(folder.resolve("sf.csv").toFile().length());
        macros.lines("s.csv", "x,w", "1,1", "3,3");
        assertThatThrownBy(() -> macros.run(macro.formatted("factor=sf(x)")))
                .hasMessageContaining("the factor of event 2 of sample 's' is NaN");
    }

    private static List<Object> sums(Macros.Run run) {
        List<?> histograms =
                (List<?>) Objects.requireNonNull(run.facts("hist").get(0).get("histograms"));
        return List.copyOf((List<?>) Objects.requireNonNull(((Map<?, ?>) histograms.get(0)).get("sumw")));
    }
}
