package hep.winnow.core.hist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hep.winnow.api.hist.Binning;
import hep.winnow.api.hist.Histogram;
import hep.winnow.api.hist.Histogram2D;
import hep.winnow.api.hist.Profile;
import hep.winnow.api.random.RandomStream;
import hep.winnow.api.run.Facts;
import hep.winnow.core.text.Json;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HistFactsTest {
    private static final Binning X = Binning.uniform(7, -1, 2);
    private static final Binning Y = Binning.logarithmic(3, 0.1, 5);

    private static Map<?, ?> read(Facts facts) {
        return (Map<?, ?>) Json.parse(Json.write(facts));
    }

    @Test
    void comeBackFromJsonBitByBit() {
        Histogram h = new Histogram(X);
        Histogram2D plane = new Histogram2D(X, Y);
        Profile profile = new Profile(Y);
        RandomStream random = new RandomStream(3);
        for (int i = 0; i < 500; i++) {
            double x = random.nextGaussian();
            double y = i % 50 == 0 ? Double.NaN : random.nextExponential();
            double w = random.nextGaussian();
            h.fill(x, w);
            plane.fill(x, y, w);
            profile.fill(y, x, w);
        }
        Facts axes = new Facts().put("x", X.edges()).put("y", Y.edges());
        Binning x = HistFacts.axis(read(axes), "x");
        Binning y = HistFacts.axis(read(axes), "y");
        assertThat(x).isEqualTo(X);
        assertThat(x.isUniform()).isTrue();
        assertThat(y).isEqualTo(Y);
        Facts of1 = HistFacts.put(new Facts(), h);
        Facts of2 = HistFacts.put(new Facts(), plane);
        Facts ofMeans = HistFacts.put(new Facts(), profile);

        assertThat(Json.write(HistFacts.put(new Facts(), HistFacts.histogram(x, read(of1)))))
                .isEqualTo(Json.write(of1));
        assertThat(Json.write(HistFacts.put(new Facts(), HistFacts.plane(x, y, read(of2)))))
                .isEqualTo(Json.write(of2));
        assertThat(Json.write(HistFacts.put(new Facts(), HistFacts.profile(y, read(ofMeans)))))
                .isEqualTo(Json.write(ofMeans));
    }

    @Test
    void refuseOtherBins() {
        Facts facts = HistFacts.put(new Facts(), new Histogram(X));
        assertThatThrownBy(() -> HistFacts.histogram(Y, read(facts))).hasMessageContaining("needs 5 numbers");
    }
}
