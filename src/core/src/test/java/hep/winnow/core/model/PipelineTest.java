package hep.winnow.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class PipelineTest {
    private static final Linear SUM = new Linear(2, new float[] {1, 1}, new double[] {0});

    private static Pipeline pipeline(double[] fill, double[] shift, double[] factor) {
        return new Pipeline(List.of("a", "b"), fill, shift, factor, SUM);
    }

    private static double[] score(Pipeline pipeline, double[][] values) {
        double[][] out = new double[1][values[0].length];
        pipeline.score(values, values[0].length, out);
        return out[0];
    }

    @Test
    void fillsShiftsAndScalesInDoubleAndThenRoundsToFloat() {
        Pipeline pipeline = pipeline(new double[] {1e8 + 3, Double.NaN}, new double[] {1e8, 0}, new double[] {0.5, 2});
        double[] scores = score(pipeline, new double[][] {{1e8 + 1, Double.NaN, 1e8}, {0.25, 1, 0.1}});
        // In float, 1e8 + 1 would be 1e8.
        assertThat(scores).containsExactly(0.5 + 0.5, 1.5 + 2, (double) (0.1f * 2));
    }

    @Test
    void scoresNaNWhereAnInputIsMissingOrNoFloat() {
        Pipeline pipeline = pipeline(new double[] {Double.NaN, 5}, new double[2], new double[] {1, 1});
        double[] scores = score(pipeline, new double[][] {
            {Double.NaN, 1, Double.POSITIVE_INFINITY, 1e300, 2}, {1, Double.NaN, 1, 1, 3}
        });
        assertThat(scores).containsExactly(Double.NaN, 6, Double.NaN, Double.NaN, 5);
    }

    @Test
    void givesEachOutputItsOwnArrayAndLooksAtTheFirstEventsOnly() {
        Linear two = new Linear(1, new float[] {1, -1}, new double[] {0, 10});
        Pipeline pipeline = new Pipeline(List.of("a"), new double[1], new double[1], new double[] {1}, two);
        double[][] out = {{-1, -1, -1}, {-1, -1, -1}};
        pipeline.score(new double[][] {{1, 2, 3}}, 2, out);
        assertThat(out[0]).containsExactly(1, 2, -1);
        assertThat(out[1]).containsExactly(9, 8, -1);
    }

    @Test
    void refusesColumnsThatAreNotAsManyAsItsInputs() {
        Pipeline pipeline = pipeline(new double[2], new double[2], new double[2]);
        assertThatThrownBy(() -> score(pipeline, new double[][] {{1}}))
                .hasMessage("the model has 2 inputs [a, b], found 1 columns");
        assertThatThrownBy(() -> pipeline(new double[1], new double[2], new double[2]))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
