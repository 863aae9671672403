package hep.winnow.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hep.winnow.api.figure.Layer;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;

final class ContourTest {
    private static final int N = 60;
    private static final Frame FRAME = new Frame(
            new Rectangle2D.Double(0, 0, 400, 400), new Scale(-2, 2, false, 0, 400), new Scale(-2, 2, false, 0, 400));

    private static Layer.Field field(DoubleBinaryOperator f) {
        double[] edges = new double[N + 1];
        for (int i = 0; i <= N; i++) {
            edges[i] = -2 + 4.0 * i / N;
        }
        double[] z = new double[N * N];
        for (int r = 0; r < N; r++) {
            for (int c = 0; c < N; c++) {
                z[r * N + c] = f.applyAsDouble((edges[c] + edges[c + 1]) / 2, (edges[r] + edges[r + 1]) / 2);
            }
        }
        return new Layer.Field("", edges, edges, z, 0);
    }

    @Test
    void followsACircle() {
        Path2D contour = Contour.of(field((x, y) -> x * x + y * y), 1, FRAME);
        int points = 0;
        double[] at = new double[6];
        for (PathIterator it = contour.getPathIterator(null); !it.isDone(); it.next()) {
            it.currentSegment(at);
            double x = FRAME.x().valueAt(at[0]);
            double y = FRAME.y().valueAt(at[1]);
            assertThat(Math.hypot(x, y)).isCloseTo(1, within(2e-3));
            points++;
        }
        assertThat(points).isGreaterThan(100);
    }

    @Test
    void isEmptyWhereTheValueIsNotReached() {
        assertThat(Contour.of(field((x, y) -> 3), 1, FRAME).getCurrentPoint()).isNull();
        assertThat(Contour.of(field((x, y) -> Double.NaN), 1, FRAME).getCurrentPoint())
                .isNull();
    }

    @Test
    void partsASaddleIntoTwoLines() {
        Path2D contour = Contour.of(field((x, y) -> x * y), 0.01, FRAME);
        double[] at = new double[6];
        for (PathIterator it = contour.getPathIterator(null); !it.isDone(); it.next()) {
            it.currentSegment(at);
            assertThat(FRAME.x().valueAt(at[0]) * FRAME.y().valueAt(at[1])).isBetween(0.0, 0.03);
        }
    }

    @Test
    void dividesColoursAtTheThreshold() {
        ColourScale scale = ColourScale.of("", new double[] {0, 1, Double.NaN}, 0.5);
        assertThat(scale.level(Double.NaN)).isEqualTo(-1);
        assertThat(scale.level(0)).isZero();
        assertThat(scale.level(1)).isEqualTo(ColourScale.LEVELS - 1);
        assertThat(scale.color(0).getBlue()).isGreaterThan(scale.color(0).getRed());
        assertThat(scale.color(ColourScale.LEVELS - 1).getRed())
                .isGreaterThan(scale.color(ColourScale.LEVELS - 1).getBlue());
    }
}
