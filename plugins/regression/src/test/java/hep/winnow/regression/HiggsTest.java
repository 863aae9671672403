package hep.winnow.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Compares with scikit-learn on the first 10,000 HIGGS events; {@code higgs_logistic.py} made the numbers. */
@Tag("shared")
final class HiggsTest {
    @Test
    void coefficientsAgreeWithScikitLearn() throws IOException {
        Path file =
                Path.of(System.getProperty("winnow.root", "."), "..", "shared", "data", "higgs", "HIGGS_10k.csv.gz");
        assumeTrue(Files.exists(file), () -> "real data is absent: " + file);
        double[][] rows = read(file);
        int[] label = new int[rows.length];
        double[][] x = new double[rows.length][28];
        for (int i = 0; i < rows.length; i++) {
            label[i] = (int) rows[i][0];
            System.arraycopy(rows[i], 1, x[i], 0, 28);
        }
        standardise(x);
        LinearModel model =
                new Training(28).fit(Training.logistic(0), Training.classes(2, x, label, Training.ones(rows.length)));
        double[] expected = Reference.values("higgs_logistic.txt").getOrDefault("logistic", new double[0]);
        assertThat(model.coefficients()).containsExactly(expected, within(1e-6));
    }

    private static double[][] read(Path file) throws IOException {
        try (BufferedReader in = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.US_ASCII))) {
            List<double[]> rows = in.lines()
                    .map(line -> Reference.numbers(line.split(",", -1)))
                    .toList();
            return rows.toArray(new double[0][]);
        }
    }

    private static void standardise(double[][] x) {
        for (int f = 0; f < x[0].length; f++) {
            double mean = 0;
            double variance = 0;
            for (double[] row : x) {
                mean += row[f] / x.length;
            }
            for (double[] row : x) {
                variance += (row[f] - mean) * (row[f] - mean) / x.length;
            }
            for (double[] row : x) {
                row[f] = (row[f] - mean) / Math.sqrt(variance);
            }
        }
    }
}
