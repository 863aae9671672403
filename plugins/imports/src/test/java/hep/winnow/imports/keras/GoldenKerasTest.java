package hep.winnow.imports.keras;

import static org.assertj.core.api.Assertions.assertThat;

import hep.winnow.api.learn.ForeignModel;
import hep.winnow.imports.Scored;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files laid out as Keras lays them out, and scores worked out in numpy; {@code make_golden.py} made both. */
class GoldenKerasTest {
    @ParameterizedTest
    @CsvSource({
        "k1.h5, 2e-7",
        "k224.h5, 5e-7",
        "k24_images.h5, 5e-7",
        "k211.h5, 2e-7",
        "k213.keras, 2e-7",
        "k3_functions.keras, 1e-6",
        "k3_functional.keras, 1e-6",
        "k3_named.keras, 2e-7",
        "k3_legacy.h5, 1e-13"
    })
    void scoresAsThePythonDoes(String file, double tolerance) {
        ForeignModel model = read(file);
        List<Scored> events = Scored.read(
                "keras/" + file.replaceFirst("\\..*", ".csv"), model.scorer().inputs());
        for (Scored event : events) {
            double[] found = event.by(model.scorer());
            assertThat(found).hasSameSizeAs(event.scores());
            for (int k = 0; k < found.length; k++) {
                double scale = Math.max(1, Math.abs(event.scores()[k]));
                assertThat(Math.abs(found[k] - event.scores()[k]) / scale)
                        .as("%s: %s", file, event)
                        .isLessThan(tolerance);
            }
        }
    }

    static ForeignModel read(String file) {
        return new KerasFormat().read(Scored.bytes("keras/" + file));
    }
}
