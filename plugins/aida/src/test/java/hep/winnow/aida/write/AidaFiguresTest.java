package hep.winnow.aida.write;

import static org.assertj.core.api.Assertions.assertThat;

import hep.winnow.aida.ReadResults;
import hep.winnow.api.figure.Axis;
import hep.winnow.api.figure.Figure;
import hep.winnow.api.figure.FigureData;
import hep.winnow.api.figure.Layer;
import hep.winnow.api.figure.Sheet;
import hep.winnow.api.figure.Tint;
import hep.winnow.api.hist.Binning;
import hep.winnow.api.hist.Histogram;
import hep.winnow.api.random.RandomStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AidaFiguresTest {
    @TempDir
    private Path folder;

    private Path write(String file, String name, Layer... layers) throws IOException {
        Figure figure =
                new Figure("", Axis.of("m_{T}", "GeV"), Axis.of("events", ""), List.of(layers), List.of("a note"));
        Path path = folder.resolve(file);
        try (OutputStream out = Files.newOutputStream(path)) {
            new AidaFigures().write(new FigureData(file, name, Sheet.of(figure), Map.of("winnow.cut", "a--1-")), out);
        }
        Valid.check(path);
        return path;
    }

    @Test
    void givesHistogramsBackBitByBit() throws IOException {
        for (int seed = 0; seed < 50; seed++) {
            RandomStream random = new RandomStream(seed);
            Histogram histogram = random(random);
            Path file = write(seed % 2 == 0 ? "h.aida" : "h.aida.gz", "h_mt", bins("sig / a", histogram));

            ReadResults.Bins1 read = ReadResults.bins(file, "/h_mt/sig _ a");
            int n = histogram.binning().bins();
            assertThat(read.height()).hasSize(n + 2);
            for (int i = 0; i < n + 2; i++) {
                assertThat(read.height()[i]).as("seed %d, bin %d", seed, i).isEqualTo(histogram.sumW(i));
                assertThat(read.error()[i]).as("seed %d, bin %d", seed, i).isEqualTo(histogram.error(i));
                assertThat(read.entries()[i]).as("seed %d, bin %d", seed, i).isEqualTo(histogram.entries(i));
                assertThat(read.low()[i])
                        .isEqualTo(
                                i == 0
                                        ? Double.NEGATIVE_INFINITY
                                        : histogram.binning().edge(i - 1));
                assertThat(read.high()[i])
                        .isEqualTo(
                                i == n + 1
                                        ? Double.POSITIVE_INFINITY
                                        : histogram.binning().edge(i));
            }
        }
    }

    private static Histogram random(RandomStream random) {
        int n = 1 + random.nextInt(6);
        double[] edges = new double[n + 1];
        for (int i = 0; i <= n; i++) {
            edges[i] = (i == 0 ? -1 : edges[i - 1]) + random.nextDouble() + 1e-3;
        }
        Histogram histogram = new Histogram(
                random.nextInt(2) == 0 ? Binning.variable(edges) : Binning.uniform(n, -1 / 3.0, random.nextDouble()));
        int events = random.nextInt(200);
        for (int i = 0; i < events; i++) {
            histogram.fill(4 * random.nextDouble() - 2, random.nextDouble() - 0.2);
        }
        return histogram;
    }

    private static Layer bins(String label, Histogram histogram) {
        return new Layer.Bins(label, histogram, Layer.BinStyle.STACK, Tint.BACKGROUND);
    }

    @Test
    void writesLinesPointsFieldsAndMarkersAsPoints() throws IOException {
        double[] x = {1, 2};
        Path file = write(
                "roc.aida",
                "",
                new Layer.Line(
                        "nn",
                        x,
                        new double[] {3, Double.NaN},
                        new double[] {0.5, 0},
                        Layer.LineStyle.SOLID,
                        Tint.SIGNAL),
                new Layer.Points("nn", x, new double[] {3, 4}, new double[0], Tint.SIGNAL, false),
                new Layer.Field("f", new double[] {0, 2, 4}, new double[] {0, 1}, new double[] {7, 8}, 0.5),
                new Layer.Marker("cut", 2.5, Tint.SIGNAL),
                new Layer.Words(x, x, List.of("a", "b")));

        assertThat(ReadResults.points(file, "/roc/nn"))
                .containsExactly(List.of(1.0, 0.0, 0.0, 3.0, 0.5, 0.5), List.of(2.0, 0.0, 0.0, Double.NaN, 0.0, 0.0));
        assertThat(ReadResults.points(file, "/roc/nn_2")).hasSize(2);
        assertThat(ReadResults.points(file, "/roc/f"))
                .containsExactly(
                        List.of(1.0, 0.0, 0.0, 0.5, 0.0, 0.0, 7.0, 0.0, 0.0),
                        List.of(3.0, 0.0, 0.0, 0.5, 0.0, 0.0, 8.0, 0.0, 0.0));
        assertThat(ReadResults.points(file, "/roc/cut")).containsExactly(List.of(2.5, 0.0, 0.0));
        assertThat(Files.readString(file))
                .contains("<!-- x: m_{T} [GeV] -->", "<!-- not written: Words  -->", "<!-- winnow.cut: a- -1- -->");
    }

    @Test
    void writesHistogramsOfTwoAxesAndProfiles() throws IOException {
        hep.winnow.aida.write.Axis x = new hep.winnow.aida.write.Axis(new double[] {0, 1, 3}, false);
        hep.winnow.aida.write.Axis y = new hep.winnow.aida.write.Axis(new double[] {0, 0.5, 1, 1.5}, true);
        double[] sumW = new double[20];
        double[] sumW2 = new double[20];
        long[] entries = new long[20];
        for (int i = 0; i < 20; i++) {
            sumW[i] = i - 3;
            sumW2[i] = i;
            entries[i] = 2L * i;
        }
        Path file = folder.resolve("h.aida");
        double[] mean = {0, 1.5, -2, 7};
        try (OutputStream out = Files.newOutputStream(file);
                XmlOutput xml = XmlOutput.begin(out, "h.aida", "1")) {
            ResultXml results = new ResultXml(xml);
            results.cells(
                    new ResultXml.Label("/d", "h2", "two axes"), Cells.histogram(List.of(x, y), sumW, sumW2, entries));
            results.cells(
                    new ResultXml.Label("/d", "p", "a profile"),
                    new Cells(List.of(x), mean, new double[] {0, 0.1, 0.2, 0.3}, new long[] {0, 3, 4, 5}, mean));
            xml.finish();
        }
        Valid.check(file);

        assertThat(ReadResults.column(file, "/d/h2", "height"))
                .containsExactlyElementsOf(java.util.Arrays.stream(sumW).boxed().toList());
        assertThat(ReadResults.column(file, "/d/h2", "x_bin")).startsWith(0.0, 1.0, 2.0, 3.0, 0.0, 1.0);
        assertThat(ReadResults.column(file, "/d/h2", "y_high"))
                .startsWith(0.0, 0.0, 0.0, 0.0, 0.5)
                .endsWith(Double.POSITIVE_INFINITY);
        assertThat(ReadResults.column(file, "/d/p", "rms")).containsExactly(0.0, 1.5, -2.0, 7.0);
        assertThat(ReadResults.column(file, "/d/p", "height")).containsExactly(0.0, 1.5, -2.0, 7.0);
    }

    @Test
    void tellsMomentsFromTheMiddlesOfBins() {
        hep.winnow.aida.write.Axis x = new hep.winnow.aida.write.Axis(new double[] {0, 2, 4}, true);
        Cells cells = Cells.histogram(
                List.of(x), new double[] {9, 1, 3, 9}, new double[] {9, 1, 3, 9}, new long[] {9, 1, 3, 9});
        assertThat(cells.moments(0)[0]).isEqualTo(2.5);
        assertThat(cells.moments(0)[1]).isEqualTo(Math.sqrt(0.75));
        Cells empty = Cells.histogram(List.of(x), new double[4], new double[4], new long[4]);
        assertThat(new ArrayList<>(List.of(empty.moments(0)[0], empty.moments(0)[1])))
                .containsExactly(Double.NaN, Double.NaN);
    }
}
