package hep.winnow.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.figure.Layer;
import hep.winnow.api.learn.EpochReport;
import hep.winnow.api.learn.History;
import hep.winnow.api.learn.Task;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GradientsTest {
    private final FakeRun run = new FakeRun()
            .model("deep", Task.BINARY, history(0.001, 0.5), "x")
            .model("flat", Task.BINARY, history(0.1, 0.2), "x")
            .model("line", Task.BINARY, new History(List.of(), 0, 1), "x");

    @Test
    void drawsALineALayerOnOneScale() {
        gradients("deep", "flat").run(run);

        assertThat(run.sheets.get(0).panels()).allSatisfy(panel -> {
            assertThat(panel.y().isLog()).isTrue();
            assertThat(panel.y().range().orElseThrow().low()).isEqualTo(0.0005);
            assertThat(((Layer.Line) panel.layers().get(1)).x()).containsExactly(1, 2);
        });
        // The legend stands where the lines leave room.
        assertThat(run.sheets.get(0).panels().get(0).layers())
                .extracting(Layer::label)
                .containsOnly("");
        assertThat(run.sheets.get(0).panels().get(1).layers())
                .extracting(Layer::label)
                .containsExactly("layer 1", "layer 2");
    }

    @Test
    void tellsTheRatioOfTheFirstLayerToTheLast() {
        gradients("deep").run(run);

        assertThat(Objects.requireNonNull(run.results.get("deep")).values()).containsEntry("gradient_ratio", 0.002);
        assertThat(new GradientRatio(FakeRun.ref("flat")).measure(run)).isEqualTo(0.5);
        assertThat(run.printed.get(0)).contains("first layer is 0.002 times the last one's");
    }

    @Test
    void refusesAModelWithoutGradients() {
        assertThatThrownBy(() -> gradients("line").run(run))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("no gradients are known of 'line'");
    }

    private static Gradients gradients(String... models) {
        return new Gradients(List.of(models).stream().map(FakeRun::ref).toList(), Optional.empty());
    }

    private static History history(double first, double last) {
        return new History(List.of(report(1, first, last), report(2, 2 * first, last)), 2, 1);
    }

    private static EpochReport report(int epoch, double... gradients) {
        return new EpochReport(epoch, 1, 1, 0.5, 0.5, Double.NaN, Double.NaN, List.of(gradients[0], gradients[1]));
    }
}
