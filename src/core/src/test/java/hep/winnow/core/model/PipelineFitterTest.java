package hep.winnow.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.learn.Scale;
import hep.winnow.api.random.RandomStream;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class PipelineFitterTest {
    private static final double NAN = Double.NaN;

    private static Pipeline fit(FillRule rule, Scale scale, double[] values, double[] weight) {
        PipelineFitter fitter = new PipelineFitter(List.of("x"), List.of(rule), scale);
        return fitter.fit(new double[][] {values}, weight, weight.length)
                .pipeline(new Linear(1, new float[] {1}, new double[] {0}));
    }

    private static double fill(FillRule rule, double[] values, double[] weight) {
        return fit(rule, Scale.NONE, values, weight).fill()[0];
    }

    @Test
    void findsTheMedianByAbsoluteWeight() {
        double[] ones = {1, 1, 1, 1, 1};
        assertThat(fill(FillRule.MEDIAN, new double[] {5, 1, NAN, 3, 100}, ones))
                .isEqualTo(3);
        assertThat(fill(FillRule.MEDIAN, new double[] {1, 2, 3, 4, 5}, new double[] {1, 1, 1, -4, 1}))
                .isEqualTo(4);
        assertThat(fill(FillRule.MEDIAN, new double[] {7, NAN, NAN, NAN, NAN}, ones))
                .isEqualTo(7);
    }

    @Test
    void findsTheMedianThatANaiveSearchFinds() {
        RandomStream random = new RandomStream(17);
        for (int n = 1; n < 200; n++) {
            double[] values = new double[n];
            double[] weight = new double[n];
            for (int i = 0; i < n; i++) {
                values[i] = i > 0 && random.nextInt(5) == 0 ? NAN : random.nextInt(20) - 10;
                weight[i] = random.nextInt(7) - 3;
            }
            weight[0] = 1;
            assertThat(fill(FillRule.MEDIAN, values, weight)).as("n %d", n).isEqualTo(naiveMedian(values, weight));
        }
    }

    /** The smallest value for which the weight of all values up to it is at least half; weights are small whole numbers, so that sums are exact. */
    private static double naiveMedian(double[] values, double[] weight) {
        double total = upTo(Double.POSITIVE_INFINITY, values, weight);
        return Arrays.stream(values)
                .filter(v -> !Double.isNaN(v) && upTo(v, values, weight) >= total / 2)
                .min()
                .orElseThrow();
    }

    private static double upTo(double limit, double[] values, double[] weight) {
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += values[i] <= limit ? Math.abs(weight[i]) : 0;
        }
        return sum;
    }

    @Test
    void findsTheMeanByAbsoluteWeightAndTakesAGivenNumber() {
        assertThat(fill(FillRule.MEAN, new double[] {1, NAN, 4}, new double[] {1, 5, -2}))
                .isEqualTo(3);
        assertThat(fill(FillRule.value(-1), new double[] {NAN}, new double[] {1}))
                .isEqualTo(-1);
        assertThat(fill(FillRule.NONE, new double[] {1}, new double[] {1})).isNaN();
    }

    @Test
    void refusesToFillFromNothing() {
        assertThatThrownBy(() -> fill(FillRule.MEDIAN, new double[] {NAN, NAN}, new double[] {1, 1}))
                .isInstanceOf(UserError.class)
                .hasMessage("input 'x' is missing in all train events, so it has no median");
    }

    @Test
    void standardisesByAbsoluteWeight() {
        double[] values = {1, 2, 6, NAN};
        double[] weight = {1, -1, 2, 4};
        Pipeline pipeline = fit(FillRule.value(0), Scale.STANDARD, values, weight);
        double mean = (1 + 2 + 12) / 8.0;
        double variance = (sq(1 - mean) + sq(2 - mean) + 2 * sq(6 - mean) + 4 * sq(mean)) / 8;
        assertThat(pipeline.shift()[0]).isCloseTo(mean, Offset.offset(1e-15));
        assertThat(pipeline.factor()[0]).isCloseTo(1 / Math.sqrt(variance), Offset.offset(1e-15));
    }

    private static double sq(double x) {
        return x * x;
    }

    @Test
    void makesAConstantInputZero() {
        Pipeline pipeline = fit(FillRule.NONE, Scale.STANDARD, new double[] {7, 7}, new double[] {1, 1});
        double[][] out = new double[1][1];
        pipeline.score(new double[][] {{7}}, 1, out);
        assertThat(out[0][0]).isZero();
        assertThat(fit(FillRule.NONE, Scale.MINMAX, new double[] {7, 7}, new double[] {1, 1})
                        .factor())
                .containsExactly(1);
    }

    @Test
    void scalesFromLowestToHighest() {
        Pipeline pipeline = fit(FillRule.NONE, Scale.MINMAX, new double[] {-2, 6, 0}, new double[] {1, 1, 1});
        assertThat(pipeline.shift()).containsExactly(-2);
        assertThat(pipeline.factor()).containsExactly(1 / 8.0);
    }

    @Test
    void looksAtTheFirstEventsOnly() {
        PipelineFitter fitter = new PipelineFitter(List.of("x"), List.of(FillRule.MEDIAN), Scale.MINMAX);
        Pipeline pipeline = fitter.fit(new double[][] {{1, 2, 3, 1000, NAN}}, new double[] {1, 1, 1, 1, 1}, 3)
                .pipeline(new Linear(1, new float[] {1}, new double[] {0}));
        assertThat(pipeline.fill()).containsExactly(2);
        assertThat(pipeline.factor()).containsExactly(0.5);
    }

    @Test
    void givesALearnerTheInputsThatThePipelineGivesIt() {
        PipelineFitter fitter =
                new PipelineFitter(List.of("x", "y"), List.of(FillRule.MEAN, FillRule.NONE), Scale.STANDARD);
        double[][] values = {{1, NAN, 3, 7}, {1, -1, 5, 2}};
        PipelineFitter.Fitted fitted = fitter.fit(values, new double[] {1, 2, -1, 3}, 4);
        float[] x = fitted.transform(values, 4);
        double[][] out = new double[2][4];
        fitted.pipeline(new Linear(2, new float[] {1, 0, 0, 1}, new double[2])).score(values, 4, out);
        for (int i = 0; i < 4; i++) {
            assertThat(out[0][i]).isEqualTo(x[2 * i]);
            assertThat(out[1][i]).isEqualTo(x[2 * i + 1]);
        }
    }

    @Test
    void countsWhatIsMissingWithoutAFill() {
        PipelineFitter fitter = new PipelineFitter(List.of("x"), List.of(FillRule.NONE), Scale.NONE);
        double[][] values = {{1, NAN, Double.POSITIVE_INFINITY}};
        PipelineFitter.Fitted fitted = fitter.fit(values, new double[] {1, 1, 1}, 3);
        assertThatThrownBy(() -> fitted.transform(values, 3))
                .isInstanceOf(UserError.class)
                .hasMessage("input 'x' is missing or infinite in 2 of 3 events");
    }
}
