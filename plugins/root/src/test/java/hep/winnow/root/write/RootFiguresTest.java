package hep.winnow.root.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hep.winnow.api.figure.Axis;
import hep.winnow.api.figure.Figure;
import hep.winnow.api.figure.FigureData;
import hep.winnow.api.figure.Layer;
import hep.winnow.api.figure.Sheet;
import hep.winnow.api.figure.Tint;
import hep.winnow.api.hist.Binning;
import hep.winnow.api.hist.Histogram;
import hep.winnow.api.hist.Histogram2D;
import hep.winnow.api.hist.Profile;
import hep.winnow.root.file.RootFile;
import hep.winnow.root.object.Classes;
import hep.winnow.root.object.Instance;
import hep.winnow.root.object.ObjectReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RootFiguresTest {
    private static final Axis X = Axis.of("m_{T}", "GeV");
    private static final Axis Y = Axis.of("events", "");
    private static final Binning BINS = Binning.uniform(4, 0, 2);
    private static final double[] ONE = {1};

    @TempDir
    private Path folder;

    /** Objects by their paths. */
    private record Found(Map<String, Instance> objects) {
        Instance get(String path) {
            Instance found = objects.get(path);
            if (found == null) {
                throw new AssertionError("there is no " + path + " in " + objects.keySet());
            }
            return found;
        }
    }

    private Found written(Sheet sheet) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        FigureData data = new FigureData("out/h.root", "h_mt", sheet, Map.of("winnow.seed", "7"));
        new RootFigures().write(data, bytes);
        Path file = Files.write(folder.resolve("h.root"), bytes.toByteArray());
        Map<String, Instance> objects = new TreeMap<>();
        try (RootFile root = RootFile.open(file)) {
            Classes classes = Classes.of(root);
            root.walk((in, key) ->
                    objects.put(in + key.name(), new ObjectReader(classes).object(key.className(), root.object(key))));
        }
        return new Found(objects);
    }

    private Found written(Layer... layers) throws IOException {
        return written(Sheet.of(new Figure("a title", X, Y, List.of(layers), List.of())));
    }

    @Test
    void keepsAHistogram() throws IOException {
        Histogram h = new Histogram(BINS);
        h.fill(0.2, 2);
        h.fill(0.3, -0.5);
        h.fill(1.9, 3);
        h.fill(7, 4);
        Instance th1 = written(new Layer.Bins("sig", h, Layer.BinStyle.OUTLINE, Tint.SIGNAL))
                .get("h_mt/sig");

        assertThat(th1.className()).isEqualTo("TH1D");
        assertThat(th1.text("fName")).isEqualTo("sig");
        assertThat(th1.text("fTitle")).isEqualTo("a title");
        assertThat(doubles(th1, "TArrayD")).containsExactly(0, 1.5, 0, 0, 3, 4);
        assertThat(doubles(th1, "fSumw2")).containsExactly(0, 4.25, 0, 0, 9, 16);
        assertThat(number(th1, "fEntries")).isEqualTo(4);
        assertThat(number(th1, "fTsumw")).isEqualTo(4.5);
        assertThat(number(th1, "fTsumwx")).isEqualTo(1.5 * 0.25 + 3 * 1.75);
        assertThat(object(th1, "fXaxis").text("fTitle")).isEqualTo("m_{T} [GeV]");
        assertThat(object(th1, "fYaxis").text("fTitle")).isEqualTo("events");
        assertThat(number(object(th1, "fXaxis"), "fXmax")).isEqualTo(2);
    }

    @Test
    void keepsBinsOfAnyWidth() throws IOException {
        Histogram h = new Histogram(Binning.variable(0, 1, 5));
        Instance axis = object(
                written(new Layer.Bins("", h, Layer.BinStyle.STACK, Tint.SIGNAL))
                        .get("h_mt/bins"),
                "fXaxis");

        assertThat(doubles(axis, "fXbins")).containsExactly(0, 1, 5);
    }

    @Test
    void keepsAHistogramOverTwoAxes() throws IOException {
        Histogram2D h = new Histogram2D(BINS, Binning.uniform(2, 10, 30));
        h.fill(0.3, 12, 2);
        h.fill(1.9, 25, 3);
        h.fill(0.3, 99, 5);
        Instance th2 = written(new Layer.Cells("m", h, false)).get("h_mt/a title");

        assertThat(th2.className()).isEqualTo("TH2D");
        assertThat(object(th2, "fZaxis").text("fTitle")).isEqualTo("m");
        assertThat(doubles(th2, "TArrayD")).isEqualTo(h.sumW());
        assertThat(number(th2, "fTsumw")).isEqualTo(5);
        assertThat(number(th2, "fTsumw2")).isEqualTo(13);
        assertThat(number(th2, "fTsumwx")).isCloseTo(2 * 0.3 + 3 * 1.9, within(1e-12));
        assertThat(number(th2, "fTsumwx2")).isCloseTo(2 * 0.09 + 3 * 3.61, within(1e-12));
        assertThat(number(th2, "fTsumwy")).isCloseTo(2 * 12 + 3 * 25, within(1e-12));
        assertThat(number(th2, "fTsumwy2")).isCloseTo(2 * 144 + 3 * 625, within(1e-10));
        assertThat(number(th2, "fTsumwxy")).isCloseTo(2 * 0.3 * 12 + 3 * 1.9 * 25, within(1e-12));
        assertThat(number(th2, "fEntries")).isEqualTo(3);
    }

    @Test
    void keepsAProfileAndItsPoints() throws IOException {
        Profile p = new Profile(BINS);
        p.fill(0.2, 10, 2);
        p.fill(0.2, 20, 2);
        double[] mean = {15, Double.NaN, Double.NaN, Double.NaN};
        double[] low = {10, Double.NaN, Double.NaN, Double.NaN};
        double[] high = {20, Double.NaN, Double.NaN, Double.NaN};
        double[] at = {0.25, 0.75, 1.25, 1.75};
        Found all = written(new Layer.Measured(
                "z", at, new double[0], mean, low, high, Tint.DATA, false, Optional.of(new Layer.Filled.Means(p))));
        Instance profile = all.get("h_mt/z");

        assertThat(profile.className()).isEqualTo("TProfile");
        assertThat(doubles(profile, "TArrayD")[1]).isEqualTo(60);
        assertThat(doubles(profile, "fSumw2")[1]).isEqualTo(1000);
        assertThat(doubles(profile, "fBinEntries")[1]).isEqualTo(4);
        assertThat(doubles(profile, "fBinSumw2")[1]).isEqualTo(8);
        assertThat(number(profile, "fEntries")).isEqualTo(2);
        Instance points = all.get("h_mt/z_points");
        assertThat(points.className()).isEqualTo("TGraphAsymmErrors");
        assertThat(doubles(points, "fX")).containsExactly(0.25);
        assertThat(doubles(points, "fEYlow")).containsExactly(5);
        assertThat(doubles(points, "fEYhigh")).containsExactly(5);
    }

    @Test
    void keepsDataAsAHistogram() throws IOException {
        Histogram h = new Histogram(BINS);
        h.fill(0.2, 1);
        double[] y = {1, Double.NaN, Double.NaN, Double.NaN};
        Found all = written(new Layer.Measured(
                "data",
                new double[] {0.25, 0.75, 1.25, 1.75},
                new double[0],
                y,
                y,
                y,
                Tint.DATA,
                true,
                Optional.of(new Layer.Filled.Contents(h))));

        assertThat(all.get("h_mt/data").className()).isEqualTo("TH1D");
        assertThat(all.get("h_mt/data_points").className()).isEqualTo("TGraphAsymmErrors");
    }

    @Test
    void keepsLinesAndPointsAsGraphs() throws IOException {
        double[] x = {0, 0.5, 1};
        double[] y = {0, Double.NaN, 1};
        Found all = written(
                new Layer.Line("nn/a", x, y, new double[] {0.1, 0.2, 0.3}, Layer.LineStyle.SOLID, Tint.SIGNAL),
                new Layer.Points("", x, x, new double[0], Tint.SIGNAL, true));
        Instance line = all.get("h_mt/nn_a");

        assertThat(line.className()).isEqualTo("TGraphErrors");
        assertThat(line.text("fTitle")).isEqualTo("a title;m_{T} [GeV];events");
        assertThat(doubles(line, "fX")).containsExactly(0, 1);
        assertThat(doubles(line, "fEY")).containsExactly(0.1, 0.3);
        assertThat(doubles(all.get("h_mt/points"), "fY")).containsExactly(0, 0.5, 1);
    }

    @Test
    void keepsFieldsAndBands() throws IOException {
        Found all = written(
                new Layer.Field("f", new double[] {0, 1, 2}, new double[] {0, 1}, new double[] {5, 6}, 0.5),
                new Layer.Band("b", Binning.uniform(1, 0, 2), ONE, new double[] {3}));

        assertThat(doubles(all.get("h_mt/f"), "TArrayD")).containsExactly(0, 0, 0, 0, 0, 5, 6, 0, 0, 0, 0, 0);
        assertThat(doubles(all.get("h_mt/b"), "fY")).containsExactly(2);
        assertThat(doubles(all.get("h_mt/b"), "fEY")).containsExactly(1);
        assertThat(doubles(all.get("h_mt/b"), "fEX")).containsExactly(1);
    }

    @Test
    void tellsOfWhatIsNoObjectInNotes() throws IOException {
        Found all = written(Sheet.of(new Figure(
                "",
                X,
                Y,
                List.of(
                        new Layer.Marker("cut", 0.5, Tint.SIGNAL),
                        new Layer.Span("blinded", 1, Double.POSITIVE_INFINITY),
                        new Layer.Words(ONE, ONE, List.of("0.9"))),
                List.of("L = 5"))));

        assertThat(all.get("h_mt/notes").text("fTitle"))
                .isEqualTo("L = 5\ncut: line at x = 0.5\nblinded: shaded from x = 1 to inf\n'0.9' at (1, 1)");
    }

    @Test
    void givesPanelsFoldersOfTheirOwn() throws IOException {
        Layer.Points points = new Layer.Points("a", ONE, ONE, new double[0], Tint.SIGNAL, false);
        Figure below = new Figure("", X, Y, List.of(points, points), List.of());
        Figure figure = new Figure("", X, Y, List.of(points), List.of(), Optional.of(below));
        Found all = written(new Sheet("", List.of(figure, figure), 2));

        assertThat(all.objects().keySet())
                .containsExactlyInAnyOrder(
                        "h_mt/1/a",
                        "h_mt/1/below/a",
                        "h_mt/1/below/a_2",
                        "h_mt/2/a",
                        "h_mt/2/below/a",
                        "h_mt/2/below/a_2",
                        "winnow/seed");
    }

    private static Instance object(Instance of, String member) {
        return (Instance) member(of, member);
    }

    private static double[] doubles(Instance of, String member) {
        return (double[]) member(of, member);
    }

    private static double number(Instance of, String member) {
        return ((Number) member(of, member)).doubleValue();
    }

    private static Object member(Instance of, String member) {
        Object value = of.members().get(member);
        if (value == null) {
            throw new AssertionError(of.className() + " has no " + member + ", but "
                    + of.members().keySet());
        }
        return value;
    }
}
