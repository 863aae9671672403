package hep.winnow.core.hist;

import static org.assertj.core.api.Assertions.assertThat;

import hep.winnow.api.random.RandomStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 63, 64, 99, 100, 101, 5000, 23_456})
    void comeBackInOrderHoweverManyThereAre(int n) {
        RandomStream random = new RandomStream(n);
        List<Double> expected = new ArrayList<>();
        Values values = new Values(100);
        for (int i = 0; i < n; i++) {
            double x = i % 7 == 3 ? Double.NaN : i % 11 == 5 ? Double.POSITIVE_INFINITY : random.nextGaussian();
            double w = random.nextGaussian();
            values.add(x, -x, w);
            expected.add(x);
            expected.add(w);
        }
        List<Double> found = new ArrayList<>();
        values.forEach((x, y, w) -> {
            assertThat(Double.compare(y, -x)).isZero();
            found.add(x);
            found.add(w);
        });
        assertThat(found).isEqualTo(expected);
        double[] finite = expected.stream().mapToDouble(d -> d).toArray();
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < finite.length; i += 2) {
            low = Double.isFinite(finite[i]) ? Math.min(low, finite[i]) : low;
            high = Double.isFinite(finite[i]) ? Math.max(high, finite[i]) : high;
        }
        assertThat(values.x().low()).isEqualTo(low);
        assertThat(values.x().high()).isEqualTo(high);
        assertThat(values.y().low()).isEqualTo(-high);
        values.close();
    }
}
