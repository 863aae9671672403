package hep.winnow.toys.housing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hep.winnow.api.event.EventSource;
import hep.winnow.api.random.RandomStream;
import hep.winnow.toys.source.Reads;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HousingTest {
    private static final int DISTRICTS = 20_000;

    private final Map<String, double[]> columns = new HashMap<>();
    private final EventSource houses =
            new Housing("t", DISTRICTS, 1.5, Reads.NOTHING_SAID).source(new RandomStream(1).stream("toy"));

    @Test
    void addsTheNoiseToThePriceByItsLaw() {
        double[] price = column("price");
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < DISTRICTS; i++) {
            double rest = price[i] - Math.max(5, law(i));
            sum += rest;
            squares += rest * rest;
        }

        assertThat(sum / DISTRICTS).isCloseTo(0, within(4 * 1.5 / Math.sqrt(DISTRICTS)));
        assertThat(Math.sqrt(squares / DISTRICTS)).isCloseTo(1.5, within(4 * 1.5 / Math.sqrt(2 * DISTRICTS)));
    }

    /** The formula of the documentation. */
    private double law(int i) {
        double poor = column("poor")[i];
        return 28
                + 9 * (column("rooms")[i] - 6.2) * Math.max(1 - poor / 40, 0.3)
                - 11 * (1 - StrictMath.exp(-poor / 8))
                - 8 * (column("fumes")[i] - 0.55) * column("distance")[i] / 4
                - 0.012 * (column("tax")[i] - 400)
                - 1.1 * (column("pupils")[i] - 18)
                + 3 * column("river")[i]
                - 2.5 * StrictMath.log10(1 + column("crime")[i]);
    }

    @Test
    void costsWhatHousesCost() {
        double[] price = column("price").clone();
        Arrays.sort(price);

        assertThat(price[DISTRICTS / 2]).isBetween(15.0, 25.0);
        assertThat(price[0]).isGreaterThan(-3);
        assertThat(price[DISTRICTS - 1]).isLessThan(60);
    }

    @Test
    void hasWorseAirNearTheCentre() {
        assertThat(correlation(column("fumes"), column("distance"))).isLessThan(-0.5);
        assertThat(correlation(column("poor"), column("age"))).isGreaterThan(0.1);
    }

    private double[] column(String name) {
        return columns.computeIfAbsent(name, n -> Reads.numbers(houses, n));
    }

    private static double correlation(double[] a, double[] b) {
        double meanA = Arrays.stream(a).average().orElseThrow();
        double meanB = Arrays.stream(b).average().orElseThrow();
        double ab = 0;
        double aa = 0;
        double bb = 0;
        for (int i = 0; i < a.length; i++) {
            ab += (a[i] - meanA) * (b[i] - meanB);
            aa += (a[i] - meanA) * (a[i] - meanA);
            bb += (b[i] - meanB) * (b[i] - meanB);
        }
        return ab / Math.sqrt(aa * bb);
    }
}
