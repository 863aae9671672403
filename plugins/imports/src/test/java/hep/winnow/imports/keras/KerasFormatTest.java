package hep.winnow.imports.keras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.graph.Graph;
import hep.winnow.api.learn.ForeignInput;
import hep.winnow.api.learn.ForeignModel;
import hep.winnow.api.learn.Task;
import hep.winnow.api.step.FirstBytes;
import hep.winnow.imports.Scored;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KerasFormatTest {
    private final KerasFormat format = new KerasFormat();

    @Test
    void tellsWhatItRead() {
        ForeignModel old = GoldenKerasTest.read("k1.h5");
        assertThat(old.writer()).isEqualTo("Keras 1.2.2, tensorflow");
        assertThat(old.method()).isEqualTo("sequential");
        assertThat(old.task()).isEqualTo(Task.BINARY);
        assertThat(old.classes()).containsExactly("background", "signal");
        assertThat(old.scorer().threshold()).isEqualTo(0.5);
        assertThat(old.inputs()).hasSize(9).noneMatch(ForeignInput::isNamed);
        assertThat(old.scorer().parameters()).isEqualTo(4 * 3 + 3 + 12 * 6 + 6 + 2 * 6 + 6 + 1);
    }

    @Test
    void takesTheTaskFromTheLastFunctionAndTheLoss() {
        assertThat(GoldenKerasTest.read("k224.h5").task()).isEqualTo(Task.REGRESSION);
        assertThat(GoldenKerasTest.read("k211.h5").task()).isEqualTo(Task.BINARY);
        assertThat(GoldenKerasTest.read("k24_images.h5").classes()).containsExactly("0", "1", "2");
        assertThat(GoldenKerasTest.read("k3_named.keras").task()).isEqualTo(Task.REGRESSION);

        ForeignModel several = GoldenKerasTest.read("k3_functional.keras");
        assertThat(several.task()).isEqualTo(Task.REGRESSION);
        assertThat(several.targets()).containsExactly("head", "energy_0", "energy_1");

        ForeignModel sum = format.read(Edited.config("k3_named.keras", "mean_squared_error", "binary_crossentropy"));
        assertThat(sum.task()).isEqualTo(Task.BINARY);
        assertThat(sum.scorer().threshold()).isZero();
    }

    @Test
    void namesInputsOfOneNumberAndTellsWhichOthersAre() {
        ForeignModel named = GoldenKerasTest.read("k3_named.keras");
        assertThat(named.inputs()).extracting(ForeignInput::name).containsExactly("pt", "eta");
        assertThat(named.inputs()).allMatch(ForeignInput::isNamed);

        ForeignModel several = GoldenKerasTest.read("k3_functional.keras");
        assertThat(several.inputs())
                .noneMatch(ForeignInput::isNamed)
                .extracting(ForeignInput::name)
                .startsWith("image 0", "image 1")
                .contains("numbers 0")
                .endsWith("track 6", "track 7");
    }

    /** A score must not depend on the neighbours of an event, nor on how many there are. */
    @ParameterizedTest
    @CsvSource({"k24_images.h5", "k3_functional.keras", "k3_functions.keras", "k3_legacy.h5"})
    void scoresEachEventForItself(String file) {
        ForeignModel model = GoldenKerasTest.read(file);
        int n = model.scorer().inputs();
        int outputs = model.scorer().outputs();
        List<Scored> events = Scored.read("keras/" + file.replaceFirst("\\..*", ".csv"), n);
        int rows = 700;
        double[] x = new double[rows * n];
        for (int i = 0; i < rows; i++) {
            System.arraycopy(event(events, 7 * i + 3).inputs(), 0, x, i * n, n);
        }
        double[] together = new double[rows * outputs];
        model.scorer().score(x, rows, together);
        for (int i = 0; i < rows; i += 13) {
            assertThat(Arrays.copyOfRange(together, i * outputs, (i + 1) * outputs))
                    .isEqualTo(event(events, 7 * i + 3).by(model.scorer()));
        }
    }

    private static Scored event(List<Scored> events, int i) {
        return events.get(i % events.size());
    }

    /** By its graph a model is exported; those with operations that graphs do not have are not. */
    @ParameterizedTest
    @CsvSource({"k1.h5", "k224.h5", "k211.h5", "k213.keras", "k3_named.keras"})
    void tellsWhatItComputes(String file) {
        ForeignModel model = GoldenKerasTest.read(file);
        Graph graph = model.scorer().graph().orElseThrow();
        for (Scored event : Scored.read(
                "keras/" + file.replaceFirst("\\..*", ".csv"), model.scorer().inputs())) {
            assertThat(graph.evaluate(event.inputs())).containsExactly(event.by(model.scorer()), within(1e-5));
        }
        assertThat(GoldenKerasTest.read("k3_functions.keras").scorer().graph()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "k213.keras | \"activation\": \"selu\" | \"activation\": \"mine\" | layer 'dense' (Dense): the activation 'mine' is not read",
                "k213.keras | BatchNormalization | LayerNormalization | layer 'bn' (LayerNormalization): layers of this class are not read",
                "k213.keras | \"axis\": -1 | \"axis\": 0 | layer 'bn' (BatchNormalization): it does not normalise along the last axis",
                "k213.keras | \"units\": 4 | \"units\": 5 | layer 'dense' (Dense): /_layer_checkpoint_dependencies\\dense/vars/0 is 3 x 4, expected 3 x 5",
                "k213.keras | \"dtype\": \"float32\", \"units\": 4 | \"dtype\": \"mixed_float16\", \"units\": 4 | layer 'dense' (Dense): it computes in mixed_float16, expected float32 or float64",
                "k213.keras | \"dtype\": \"float32\", \"units\": 4 | \"dtype\": \"float64\", \"units\": 4 | layer 'dense' (Dense): it computes in float64, and layer 'input_layer' does not",
                "k213.keras | [null, 3] | [null, null] | layer 'input_layer' (InputLayer): the extent 1 of its input is open",
                "k213.keras | [null, 3] | [null, 30] | layer 'dense' (Dense)",
                "k213.keras | \"Sequential\" | \"Mine\" | layer 'sequential' (Mine): models of this class are not read",
                "k3_functional.keras | \"class_name\": \"Conv2D\" | \"class_name\": \"LSTM\" | layer 'conv' (LSTM): layers of this class are not read",
                "k3_functional.keras | \"data_format\": \"channels_last\", \"dilation_rate\": [1, 1] | \"data_format\": \"channels_first\", \"dilation_rate\": [1, 1] | layer 'conv' (Conv2D): data_format is channels_first, expected channels_last",
                "k3_functional.keras | \"groups\": 1 | \"groups\": 3 | layer 'conv' (Conv2D): it has 3 groups, expected 1",
                "k3_functional.keras | \"padding\": \"same\" | \"padding\": \"causal\" | layer 'conv' (Conv2D): padding is 'causal', expected 'valid' or 'same'",
                "k3_functional.keras | \"training\": null | \"training\": true | layer 'energy' (Dense): it is called with training=True",
                "k3_functional.keras | \"training\": null | \"scale\": 2 | layer 'energy' (Dense): it is called with scale=",
                "k3_functional.keras | \"keras_history\": [\"less\", 0, 0] | \"keras_history\": [\"all\", 0, 0] | layer 'head' (Dense): it depends on a layer that is not in the file, or on itself",
                "k3_functional.keras | \"registered_name\": null | \"registered_name\": \"Mine>Dense\" | it is a class of Mine>Dense, which is not in the file",
                "k3_functional.keras | \"module\": \"keras.layers\" | \"module\": \"mine\" | it is a class of mine, which is not in the file",
            })
    void saysWhatItDoesNotUnderstand(String file, String from, String to, String message) {
        byte[] edited = Edited.config(file, from, to);
        assertThatThrownBy(() -> format.read(edited))
                .isInstanceOf(UserError.class)
                .message()
                .contains(message);
    }

    @Test
    void saysThatWeightsAloneAreNoModel() {
        byte[] weights =
                Objects.requireNonNull(Edited.entries("k3_functions.keras").get(KerasArchive.WEIGHTS));
        assertThatThrownBy(() -> format.read(weights))
                .isInstanceOf(UserError.class)
                .hasMessage("it holds the weights of a model of Keras without the net");

        byte[] other = Edited.bytes(Scored.bytes("keras/k224.h5"), "model_config", "model_conjig");
        assertThatThrownBy(() -> format.read(other))
                .isInstanceOf(UserError.class)
                .hasMessage("it is an HDF5 file that holds no model of Keras: it has no attribute model_config");
    }

    @Test
    void refusesNumbersThatAreNone() {
        byte[] file = Scored.bytes("keras/k224.h5");
        ForeignModel whole = format.read(file);
        ByteBuffer numbers = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(whole.scorer().parameters()).isPositive();
        int at = -1;
        for (int i = 0; i + 28 <= file.length && at < 0; i += 4) {
            boolean isKernel = true;
            for (int k = 0; k < 28; k += 4) {
                float value = Math.abs(numbers.getFloat(i + k));
                isKernel &= value > 1e-4 && value < 3;
            }
            at = isKernel ? i : -1;
        }
        numbers.putFloat(at, Float.NaN);
        assertThatThrownBy(() -> format.read(file))
                .isInstanceOf(UserError.class)
                .message()
                .contains("holds NaN at place");
    }

    @Test
    void refusesAFileThatIsCutOff() {
        for (String file : List.of("k24_images.h5", "k3_functional.keras")) {
            byte[] bytes = Scored.bytes("keras/" + file);
            for (int length = 40; length < bytes.length; length += bytes.length / 17) {
                int end = length;
                assertThatThrownBy(() -> format.read(Arrays.copyOf(bytes, end)))
                        .as("%s, %d bytes", file, length)
                        .isInstanceOf(UserError.class);
            }
        }
    }

    @Test
    void refusesAZipThatGrowsWithoutBound() {
        byte[] bomb = Edited.archive("k213.keras", entries -> entries.put("more", new byte[50 << 20]));
        assertThatThrownBy(() -> format.read(bomb))
                .isInstanceOf(UserError.class)
                .message()
                .contains("more than 100 times its own size");
    }

    @Test
    void isToldByItsFirstBytes() {
        for (String file : List.of("k1.h5", "k213.keras", "k3_functional.keras")) {
            assertThat(format.recognises(new FirstBytes(Path.of("x"), Scored.bytes("keras/" + file))))
                    .isTrue();
        }
        for (String text : List.of(
                "PK\u0003\u0004", "{\"learner\"", "<?xml", "", "PK\u0003\u0004" + "x".repeat(26) + "model.json")) {
            byte[] first = text.getBytes(StandardCharsets.ISO_8859_1);
            assertThat(format.recognises(new FirstBytes(Path.of("x"), first))).isFalse();
        }
    }
}
