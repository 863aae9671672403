package hep.winnow.app.model;

import static org.assertj.core.api.Assertions.assertThat;

import hep.winnow.api.learn.Task;
import hep.winnow.api.run.Facts;
import hep.winnow.app.Console;
import hep.winnow.app.Console.Outcome;
import hep.winnow.app.SumModel;
import hep.winnow.core.model.InputSpec;
import hep.winnow.core.model.ModelFile;
import hep.winnow.core.model.Pipeline;
import hep.winnow.core.model.SavedModel;
import hep.winnow.core.model.SplitRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelCommandTest {
    @TempDir
    private Path folder;

    /** A model of x and ab = a + b. */
    private String write(String name, double weight, String unit, String rate) {
        List<InputSpec> inputs = List.of(
                new InputSpec("x", "x", unit, List.of("x"), Map.of("x", List.of(-999.0))),
                new InputSpec("ab", "a + b", "", List.of("a", "b"), Map.of()));
        SumModel sum = new SumModel(new double[] {1, weight}, 1);
        double[] fill = {12.5, Double.NaN};
        Pipeline pipeline = new Pipeline(List.of("x", "ab"), fill, new double[2], new double[] {1, 1}, sum);
        Facts provenance = new Facts()
                .put("macro", "hww.wn")
                .put("metrics", new Facts().put("auc_on_valid", 0.81).put("auc_on_valid_error", 0.004))
                .put("split", new SplitRule("presel", List.of("run", "event"), 7, 0.5, 0.25, 0.25).facts());
        Path file = folder.resolve(name);
        ModelFile.write(
                file,
                new SavedModel(
                        "sum",
                        Task.BINARY,
                        List.of("background", "signal"),
                        inputs,
                        Map.of("rate", rate),
                        provenance,
                        pipeline,
                        List.of(new double[] {1, 2})));
        return file.toString();
    }

    @Test
    void showsTheContractInWords() {
        Outcome outcome = Console.run("model", "show", write("m.wnm", 10, "GeV", "0.1"));

        assertThat(outcome.status()).isZero();
        assertThat(outcome.out())
                .contains("sum, binary task, 2 parameters")
                .contains("outputs: m")
                .containsPattern("x +GeV +a column +12.5 +x is -999")
                .containsPattern("ab +a \\+ b +no score")
                .contains("rate = 0.1")
                .contains("macro: hww.wn")
                .contains("metrics: auc_on_valid 0.81, auc_on_valid_error 0.004")
                .contains("train 50%, valid 25%, test 25% of presel, by the hash of run, event")
                .contains("1 event, which score now as they did then");
    }

    @Test
    void showsModelsOfOtherProgramsToo() throws IOException {
        Path file = Files.writeString(folder.resolve("s.txt"), "SHARES");

        Outcome outcome = Console.run("model", "show", file.toString());

        assertThat(outcome.status()).isZero();
        assertThat(outcome.out())
                .contains("shares, multiclass task, 0 parameters")
                .contains("outputs: s_0, s_1")
                .containsPattern("pt +a column +no score")
                .containsPattern("input 1 +for inputs= to say +no score")
                .contains("imported_from: s.txt", "writer: a calculator", "sha256: ")
                .contains("its file does not tell: nothing checks whether events that are scored trained it")
                .doesNotContain("self-test");
    }

    @Test
    void tellsWhichModelsHaveARuleOfTheirOwnForMissingValues() throws IOException {
        Path file = Files.writeString(folder.resolve("s.txt"), "SHARES OF ALL");

        assertThat(Console.run("model", "show", file.toString()).out())
                .containsPattern("pt +a column +as the model was trained");
    }

    @Test
    void showsTheContractAsJson() {
        assertThat(Console.run("model", "show", "--json", write("m.wnm", 10, "GeV", "0.1"))
                        .out())
                .startsWith("{\"format\":1,\"name\":\"m\",\"learner\":\"sum\"")
                .contains("\"selftest\":[{\"inputs\":[1.0,2.0],\"scores\":[21.0]}]");
    }

    @Test
    void verifiesFilesOneByOneAndGoesOn() throws IOException {
        String good = write("good.wnm", 10, "", "1");
        Path bad = Files.write(folder.resolve("bad.wnm"), new byte[] {'P', 'K', 3, 4});

        Outcome outcome = Console.run("model", "verify", bad.toString(), good);

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.out()).contains(good + ": good, sum, 1 event score as they did");
        assertThat(outcome.err()).contains("bad.wnm");
    }

    @Test
    void tellsInWhatModelsDiffer() {
        String first = write("a.wnm", 10, "GeV", "0.1");

        assertThat(Console.run("model", "diff", first, write("b.wnm", 10, "GeV", "0.1"))
                        .out())
                .isEqualTo("the same model\n");
        Outcome outcome = Console.run("model", "diff", first, write("c.wnm", 11, "MeV", "0.2"));
        assertThat(outcome.status()).isEqualTo(3);
        assertThat(outcome.out())
                .contains("input x\n  - x [GeV]\n  + x [MeV]\n")
                .contains("setting rate\n  - 0.1\n  + 0.2\n")
                .contains("  + 1 of them others, by 1 at most\n")
                .contains("scores of 1 events of the first\n");
    }

    @Test
    void saysWhyAModelCannotBeExported() {
        Outcome outcome = Console.run(
                "model",
                "export",
                write("m.wnm", 1, "", "1"),
                folder.resolve("m.xyz").toString());

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.err()).contains("models are not exported as '").contains("one of these endings");
    }
}
