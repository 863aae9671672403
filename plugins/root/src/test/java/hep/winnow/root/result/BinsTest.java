package hep.winnow.root.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hep.winnow.api.event.EventSource;
import hep.winnow.root.file.Damage;
import hep.winnow.root.object.Instance;
import hep.winnow.root.testing.Summary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Bins of histograms and profiles. */
class BinsTest {
    private static final Path FILE = Path.of("h.root");

    private static Instance axis(int bins, double low, double high, double... edges) {
        return new Instance("TAxis", Map.of("fNbins", (long) bins, "fXmin", low, "fXmax", high, "fXbins", edges));
    }

    private static List<Object> values(EventSource source, String column) throws IOException {
        return Summary.of(source, column).first;
    }

    @Test
    void tellsBinsWithUnderflowAndOverflow() throws IOException {
        Instance histogram = new Instance(
                "TH1F", Map.of("fXaxis", axis(1, 0, 2), "TArrayF", new double[] {1, 4, 9}, "fSumw2", new double[0]));

        EventSource bins = new Bins("TH1F", histogram).source(FILE);

        assertThat(values(bins, "bin")).containsExactly(0.0, 1.0, 2.0);
        assertThat(values(bins, "low")).containsExactly(Double.NEGATIVE_INFINITY, 0.0, 2.0);
        assertThat(values(bins, "high")).containsExactly(0.0, 2.0, Double.POSITIVE_INFINITY);
        assertThat(values(bins, "height")).containsExactly(1.0, 4.0, 9.0);
        assertThat(values(bins, "error")).containsExactly(1.0, 2.0, 3.0);
    }

    @Test
    void takesErrorsAndEdgesFromTheFileWhereItHasThem() throws IOException {
        Instance histogram = new Instance(
                "TH1D",
                Map.of("fXaxis", axis(1, 0, 9, 1, 5), "TArrayD", new double[] {0, 4, 0}, "fSumw2", new double[] {
                    0, 25, 0
                }));

        EventSource bins = new Bins("TH1D", histogram).source(FILE);

        assertThat(values(bins, "error")).containsExactly(0.0, 5.0, 0.0);
        assertThat(values(bins, "low")).containsExactly(Double.NEGATIVE_INFINITY, 1.0, 5.0);
    }

    @Test
    void runsAlongTheFirstAxisFirst() throws IOException {
        double[] cells = new double[9];
        cells[4] = 7;
        Map<String, Object> members = new HashMap<>(Map.of("TArrayD", cells));
        members.put("fXaxis", axis(1, 0, 1));
        members.put("fYaxis", axis(1, 10, 20));

        EventSource bins = new Bins("TH2D", new Instance("TH2D", members)).source(FILE);

        assertThat(values(bins, "x_bin")).containsExactly(0.0, 1.0, 2.0);
        assertThat(values(bins, "y_bin")).containsExactly(0.0, 0.0, 0.0);
        assertThat(Summary.of(bins, "height").sum).isEqualTo(7);
        assertThat(Summary.of(bins, "y_bin").sum).isEqualTo(9);
    }

    @Test
    void tellsMeansOfAProfile() throws IOException {
        // Two entries of 1 and 3: mean 2, spread 1, error of the mean 1/sqrt(2).
        Instance profile = new Instance(
                "TProfile",
                Map.of(
                        "fXaxis",
                        axis(1, 0, 1),
                        "TArrayD",
                        new double[] {0, 4, 0},
                        "fSumw2",
                        new double[] {0, 10, 0},
                        "fBinEntries",
                        new double[] {0, 2, 0}));

        EventSource bins = new Bins("TProfile", profile).source(FILE);

        assertThat(values(bins, "height").get(1)).isEqualTo(2.0);
        assertThat(values(bins, "rms").get(1)).isEqualTo(1.0);
        assertThat(values(bins, "error").get(1)).isEqualTo(StrictMath.sqrt(2) / 2);
        assertThat(values(bins, "height").get(0)).isEqualTo(Double.NaN);
    }

    @Test
    void refusesAxesThatDoNotFit() {
        Instance histogram =
                new Instance("TH1D", Map.of("fXaxis", axis(1_000_000_000, 0, 1), "TArrayD", new double[] {1, 2, 3}));

        assertThatThrownBy(() -> new Bins("TH1D", histogram))
                .isInstanceOf(Damage.Found.class)
                .hasMessageContaining("1000000000 bins");
    }
}
