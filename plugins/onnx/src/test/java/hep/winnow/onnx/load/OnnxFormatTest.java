package hep.winnow.onnx.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.learn.ForeignInput;
import hep.winnow.api.learn.ForeignModel;
import hep.winnow.api.learn.Task;
import hep.winnow.api.step.FirstBytes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nets of PyTorch and scikit-learn, with the scores that those give; made by make_golden.py. */
class OnnxFormatTest {
    private final OnnxFormat format = new OnnxFormat();

    private static byte[] bytes(String name) {
        try (InputStream in = Objects.requireNonNull(OnnxFormatTest.class.getResourceAsStream("/golden/" + name))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double[][] table(String name) {
        return new String(bytes(name), StandardCharsets.US_ASCII)
                .lines()
                .map(line -> Arrays.stream(line.split(" ", -1))
                        .mapToDouble(Double::parseDouble)
                        .toArray())
                .toArray(double[][]::new);
    }

    private static double[] scores(ForeignModel model, double[][] table) {
        int inputs = model.scorer().inputs();
        double[] x = new double[table.length * inputs];
        for (int i = 0; i < x.length; i++) {
            x[i] = table[i / inputs][i % inputs];
        }
        double[] out = new double[table.length * model.scorer().outputs()];
        model.scorer().score(x, table.length, out);
        return out;
    }

    @ParameterizedTest
    @ValueSource(strings = {"torch", "sklearn", "several", "pixels", "regressor", "classifier"})
    void scoresAsItsOwnProgramDoes(String name) {
        ForeignModel model = format.read(bytes(name + ".onnx"));
        double[][] table = table(name + ".txt");
        double[] found = scores(model, table);
        for (int i = 0; i < found.length; i++) {
            int k = i % model.scorer().outputs();
            assertThat(found[i])
                    .isCloseTo(
                            table[i / model.scorer().outputs()][model.scorer().inputs() + k], within(1e-6));
        }
    }

    @Test
    void tellsWhatItRead() {
        ForeignModel torch = format.read(bytes("torch.onnx"));
        assertThat(torch.writer()).startsWith("pytorch");
        assertThat(torch.task()).isEqualTo(Task.BINARY);
        assertThat(torch.classes()).containsExactly("background", "signal");
        assertThat(torch.inputs()).hasSize(5).noneMatch(ForeignInput::isNamed);
        assertThat(torch.scorer().parameters()).isEqualTo(5 * 8 + 8 + 8 + 1);
        assertThat(torch.scorer().takesMissing()).isFalse();

        ForeignModel sklearn = format.read(bytes("sklearn.onnx"));
        assertThat(sklearn.task()).isEqualTo(Task.MULTICLASS);
        assertThat(sklearn.classes()).containsExactly("0", "1", "2");
    }

    @Test
    void namesInputsThatAreColumnsAndOutputsThatAreSeveral() {
        ForeignModel several = format.read(bytes("several.onnx"));
        assertThat(several.inputs()).extracting(ForeignInput::name).containsExactly("pt", "eta");
        assertThat(several.inputs()).allMatch(ForeignInput::isNamed);
        assertThat(several.targets()).containsExactly("score", "classes_0", "classes_1", "classes_2");
    }

    /** A score must not depend on the neighbours of an event. */
    @Test
    void scoresEachEventForItself() {
        ForeignModel model = format.read(bytes("torch.onnx"));
        double[][] table = table("torch.txt");
        double[] together = scores(model, table);
        double[][] many = new double[700][];
        for (int i = 0; i < many.length; i++) {
            many[i] = table[(7 * i + 3) % table.length];
        }
        double[] shuffled = scores(model, many);
        for (int i = 0; i < many.length; i++) {
            assertThat(shuffled[i]).isEqualTo(together[(7 * i + 3) % table.length]);
        }
        for (int i = 0; i < table.length; i++) {
            assertThat(scores(model, new double[][] {table[i]})).containsExactly(together[i]);
        }
    }

    @Test
    void takesANetOfOneEventAtATime() {
        ForeignModel one = format.read(bytes("one.onnx"));
        assertThat(scores(one, new double[][] {{1, 2}, {3, 4}})).hasSize(2).doesNotContain(0.0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "four  | input 'x' is of the shape 4 x 2: the number of events must be open, or 1",
                "image | input 'x' is of the shape ? x 1 x 5 x 5, expected events x numbers",
                "label | input 'x' is of int64, expected float32 or float64"
            })
    void saysWhatItDoesNotUnderstand(String name, String message) {
        assertThatThrownBy(() -> format.read(bytes(name + ".onnx")))
                .isInstanceOf(UserError.class)
                .hasMessage(message);
    }

    @Test
    void refusesAFileThatIsCutOff() {
        byte[] bytes = bytes("torch.onnx");
        for (int length : new int[] {3, 20, 100, 300, bytes.length - 40}) {
            assertThatThrownBy(() -> format.read(Arrays.copyOf(bytes, length)))
                    .as("%d bytes", length)
                    .isInstanceOf(UserError.class);
        }
    }

    @Test
    void isToldByItsFirstBytes() {
        for (String name : List.of("torch.onnx", "several.onnx")) {
            assertThat(format.recognises(new FirstBytes(Path.of("x"), bytes(name))))
                    .isTrue();
        }
        for (String text : List.of("PK\u0003\u0004", "{\"learner\"", "<?xml", "tree\nversion=v4", "", "\b")) {
            byte[] first = text.getBytes(StandardCharsets.ISO_8859_1);
            assertThat(format.recognises(new FirstBytes(Path.of("x"), first))).isFalse();
        }
    }
}
