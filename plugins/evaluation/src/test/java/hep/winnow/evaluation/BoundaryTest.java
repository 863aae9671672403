package hep.winnow.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.figure.Figure;
import hep.winnow.api.figure.Layer;
import hep.winnow.api.figure.Tint;
import hep.winnow.api.learn.History;
import hep.winnow.api.learn.Task;
import hep.winnow.api.step.Interval;
import hep.winnow.api.step.ModelRef;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class BoundaryTest {
    private static final History NO_EPOCHS = new History(List.of(), 0, 0);
    private final FakeRun run = new FakeRun();

    BoundaryTest() {
        FakeRun.Events events = new FakeRun.Events(new int[] {0, 1, 1, -1}, new double[] {1, 1, 1, 1}, 0);
        run.scope("test", events.with("a", 0, 1, 2, 10).with("b", 5, 6, Double.NaN, 7));
        run.model("nn", Task.BINARY, NO_EPOCHS, "a", "b");
        run.model("three", Task.BINARY, NO_EPOCHS, "a", "b", "c");
        run.model("net", Task.REGRESSION, NO_EPOCHS, "a", "b");
    }

    @Test
    void scoresTheMiddleOfEachCell() {
        boundary(List.of(FakeRun.ref("nn")), Optional.of(new Interval(0, 4)), Optional.of(new Interval(10, 20)), 2, 100)
                .run(run);
        Layer.Field field = (Layer.Field) figure(0).layers().get(0);
        assertThat(field.x()).containsExactly(0, 2, 4);
        assertThat(field.y()).containsExactly(10, 15, 20);
        assertThat(field.z()).containsExactly(1 + 12.5, 3 + 12.5, 1 + 17.5, 3 + 17.5);
        assertThat(field.threshold()).isEqualTo(0.5);
    }

    @Test
    void rangeIsThatOfTheEventsWithAMargin() {
        boundary(List.of(FakeRun.ref("nn")), Optional.empty(), Optional.empty(), 10, 100)
                .run(run);
        assertThat(figure(0).x().range().orElseThrow()).isEqualTo(new Interval(-0.5, 10.5));
        assertThat(figure(0).y().range().orElseThrow().low()).isCloseTo(4.9, within(1e-12));
        assertThat(figure(0).x().title()).isEqualTo("a");
    }

    @Test
    void eventsOfARegressionHaveNoClass() {
        boundary(List.of(FakeRun.ref("net")), Optional.empty(), Optional.empty(), 10, 100)
                .run(run);
        assertThat(figure(0).layers().subList(1, figure(0).layers().size()))
                .singleElement()
                .isInstanceOfSatisfying(Layer.Points.class, points -> {
                    assertThat(points.label()).isEqualTo("events");
                    assertThat(points.x()).containsExactly(0, 1, 10);
                });
    }

    @Test
    void drawsEventsByClass() {
        boundary(List.of(FakeRun.ref("nn")), Optional.empty(), Optional.empty(), 10, 100)
                .run(run);
        assertThat(figure(0).layers().subList(1, 4).stream().map(Layer::label))
                .containsExactly("data", "background", "signal");
        assertThat(((Layer.Points) figure(0).layers().get(3)).tint()).isEqualTo(Tint.SIGNAL);
        assertThat(figure(0).notes()).containsExactly("3 events of test");
    }

    @Test
    void drawsNoMoreEventsThanAsked() {
        boundary(List.of(FakeRun.ref("nn")), Optional.empty(), Optional.empty(), 10, 2)
                .run(run);
        assertThat(figure(0).notes()).singleElement().asString().startsWith("drawn of test: ");
    }

    @Test
    void putsModelsSideBySide() {
        boundary(List.of(FakeRun.ref("nn"), FakeRun.ref("net")), Optional.empty(), Optional.empty(), 10, 0)
                .run(run);
        assertThat(run.sheets.get(0).panels()).hasSize(2);
        assertThat(run.sheets.get(0).columns()).isEqualTo(2);
        assertThat(((Layer.Field) figure(1).layers().get(0)).threshold()).isNaN();
        assertThat(run.results).containsOnlyKeys("nn", "net");
    }

    @Test
    void refusesModelsOfOtherThanTwoInputs() {
        assertThatThrownBy(() -> boundary(List.of(FakeRun.ref("three")), Optional.empty(), Optional.empty(), 10, 0)
                        .run(run))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("'three' has 3: a, b, c");
    }

    private Figure figure(int i) {
        return run.sheets.get(0).panels().get(i);
    }

    private static Boundary boundary(
            List<ModelRef> models, Optional<Interval> x, Optional<Interval> y, int grid, int points) {
        return new Boundary(models, Optional.of(FakeRun.scope("test")), x, y, grid, points, Optional.empty());
    }
}
