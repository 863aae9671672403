package hep.winnow.api.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class GraphTest {
    private static final double NAN = Double.NaN;

    private static double[] evaluate(Operation operation, double... x) {
        Graph.Builder graph = Graph.of(x.length, Precision.DOUBLE);
        graph.add(operation, Precision.DOUBLE, graph.input());
        return graph.build().evaluate(x);
    }

    @Test
    void multipliesRowsByColumns() {
        Operation dense = new Operation.Dense(2, 3, new double[] {1, 2, 3, 4, 5, 6}, new double[] {0.5, 0, -1});
        assertThat(evaluate(dense, 10, 1)).containsExactly(14.5, 25, 35);
    }

    @Test
    void slidesFiltersOverAnImage() {
        Window window = new Window(2, 2, 1, 0, 0, 1, 2);
        Operation convolution = new Operation.Convolution(
                new Image(2, 3, 1), window, 1, new double[] {1, 10, 100, 1000}, new double[] {0.5});
        assertThat(evaluate(convolution, 1, 2, 3, 4, 5, 6)).containsExactly(5421.5, 6532.5);
    }

    @Test
    void leavesPaddingOutOfPools() {
        Window window = new Window(3, 3, 2, 1, 1, 1, 1);
        Image image = new Image(2, 2, 1);
        assertThat(evaluate(new Operation.Pool(image, window, true), -4, -2, -3, -9))
                .containsExactly(-2);
        assertThat(evaluate(new Operation.Pool(image, window, false), -4, -2, -3, -9))
                .containsExactly(-4.5);
    }

    @Test
    void takesTheGreatestPieceOfEachGroup() {
        assertThat(evaluate(new Operation.Maxout(4, 2), 1, 8, 3, 4, 5, 6, 7, 2)).containsExactly(3, 8, 7, 6);
    }

    @Test
    void normalisesEachGroup() {
        double[] out = evaluate(new Operation.Softmax(2), 0, 0, 1000, 0);
        assertThat(out).containsExactly(0.5, 0.5, 1, 0);
    }

    @Test
    void interpolatesBetweenKnotsAndStaysAtTheEnds() {
        Operation line = new Operation.Interpolate(new double[][] {{0, 1, 3}, {5}}, new double[][] {{0, 10, 20}, {7}});
        assertThat(evaluate(line, -1, 9)).containsExactly(0, 7);
        assertThat(evaluate(line, 0.5, 5)).containsExactly(5, 7);
        assertThat(evaluate(line, 2, 1)).containsExactly(15, 7);
        assertThat(evaluate(line, 1, 1)).containsExactly(10, 7);
        assertThat(evaluate(line, Double.POSITIVE_INFINITY, NAN)).containsExactly(20, NAN);
    }

    @Test
    void fillsWhatIsMissing() {
        Operation fill = new Operation.Fill(
                List.of(new double[] {-999}, new double[0], new double[] {-1, -2}), new double[] {3, NAN, 4});
        assertThat(evaluate(fill, -999, NAN, -2)).containsExactly(3, NAN, 4);
        assertThat(evaluate(fill, NAN, -999, -3)).containsExactly(3, -999, -3);
    }

    @Test
    void guardsInThePrecisionOfWhatIsTested() {
        Graph.Builder graph = Graph.of(1, Precision.DOUBLE);
        int narrow = graph.add(new Operation.Convert(), Precision.FLOAT, graph.input());
        int one = graph.add(Operation.Scale.of(0, 1), Precision.DOUBLE, graph.input());
        graph.add(new Operation.WhereFinite(), Precision.DOUBLE, one, narrow);
        assertThat(graph.build().evaluate(1e30)).containsExactly(1);
        assertThat(graph.build().evaluate(1e300)).containsExactly(NAN);
    }

    @Test
    void carriesOutEachFunction() {
        assertThat(Function.SIGMOID.of(-800, 0)).isZero();
        assertThat(Function.SIGMOID.of(0, 0)).isEqualTo(0.5);
        assertThat(Function.SOFTPLUS.of(800, 0)).isEqualTo(800);
        assertThat(Function.SOFTPLUS.of(0, 0)).isCloseTo(0.6931471805599453, within(1e-15));
        assertThat(Function.ELU.of(-1, 2)).isCloseTo(-1.2642411176571153, within(1e-15));
        assertThat(Function.LEAKY.of(-2, 0.1)).isEqualTo(-0.2);
        assertThat(Function.SWISH.of(1, 0)).isCloseTo(0.7310585786300049, within(1e-15));
        assertThat(Function.RELU.of(NAN, 0)).isNaN();
    }

    @Test
    void putsGraphsIntoGraphs() {
        Graph.Builder inner = Graph.of(2, Precision.FLOAT);
        inner.add(new Operation.Sort(), Precision.FLOAT, inner.input());
        Graph.Builder outer = Graph.of(2, Precision.DOUBLE);
        int sorted = outer.addAll(inner.build(), outer.input());
        int first = outer.add(new Operation.Select(new int[] {0}), Precision.DOUBLE, sorted);
        outer.add(new Operation.Join(), Precision.DOUBLE, first, sorted);
        assertThat(outer.build().evaluate(3, 0.1)).containsExactly(0.1f, 0.1f, 3);
    }

    @Test
    void refusesWhatDoesNotFit() {
        assertThatThrownBy(() -> evaluate(new Operation.Maxout(4, 2), 1, 2, 3))
                .hasMessageContaining("groups of 4 is given 3 numbers");
        assertThatThrownBy(() -> new Operation.Dense(2, 2, new double[3], new double[2]))
                .hasMessageContaining("found 3 numbers, expected 4");
        assertThatThrownBy(() -> evaluate(new Operation.Select(new int[] {2}), 1, 2))
                .hasMessageContaining("no number 2 among 2");
    }
}
