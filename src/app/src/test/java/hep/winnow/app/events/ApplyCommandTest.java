package hep.winnow.app.events;

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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApplyCommandTest {
    private static final double[] NO_FILL = {Double.NaN, Double.NaN};

    @TempDir
    private Path folder;

    @Test
    void addsTheScoreBehindAllColumns() throws IOException {
        writeModel(1, NO_FILL);

        Outcome outcome = apply("id,x,s,a,b\n7,1,left,2,3\n8,2,\"r,t\",1,1\n");

        assertThat(outcome.status()).isZero();
        assertThat(scored()).isEqualTo("id,x,s,a,b,score\n7,1,left,2,3,51.0\n8,2,\"r,t\",1,1,22.0\n");
        assertThat(outcome.out()).startsWith("2 events scored with ");
    }

    @Test
    void findsInputsByNameInWhateverOrder() throws IOException {
        writeModel(1, NO_FILL);

        apply("b,a,x\n3,2,1\n");

        assertThat(scored()).endsWith("3,2,1,51.0\n");
    }

    @Test
    void takesAnInputThatIsAColumnAsItStands() throws IOException {
        writeModel(1, NO_FILL);

        apply("x,ab\n1,7\n");

        assertThat(scored()).endsWith("1,7,71.0\n");
    }

    @Test
    void givesNanToEventsThatLackAnInputAndCountsThem() throws IOException {
        writeModel(1, NO_FILL);

        Outcome outcome = apply("x,a,b\n1,2,3\n-999,2,3\n1,,3\n");

        assertThat(scored()).contains("1,2.0,3,51.0\n", "-999,2.0,3,nan\n", "1,nan,3,nan\n");
        assertThat(outcome.err()).contains("2 events of them lack an input");
    }

    @Test
    void fillsMissingInputsAsTheModelSays() throws IOException {
        writeModel(1, new double[] {5, Double.NaN});

        Outcome outcome = apply("x,a,b\n-999,2,3\n");

        assertThat(scored()).endsWith("-999,2,3,55.0\n");
        assertThat(outcome.err()).isEmpty();
    }

    @Test
    void givesEachClassAColumn() throws IOException {
        writeModel(3, NO_FILL);

        apply("x,a,b\n1,2,3\n", "--name", "nn");

        assertThat(scored()).isEqualTo("x,a,b,nn_red,nn_green,nn_blue\n1,2,3,51.0,52.0,53.0\n");
    }

    @Test
    void refusesAFileWithoutAnInputAndNamesTheNearest() throws IOException {
        writeModel(1, NO_FILL);

        Outcome outcome = apply("xx,A,b\n1,2,3\n");

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err())
                .contains("lacks 2 inputs of the model", "it needs 'x'; is it 'xx' here?")
                .contains("'ab', which is a + b: there is no a", "the file has xx, A, b");
        assertThat(folder.resolve("scored.csv")).doesNotExist();
    }

    @Test
    void tellsWhereScoresComeFromBesideThem() throws IOException {
        writeModel(1, NO_FILL);

        apply("x,a,b\n1,2,3\n4,5,6\n");

        assertThat(Files.readString(folder.resolve("scored.csv.json")))
                .contains(
                        "\"file\": \"scored.csv\"",
                        "\"winnow.model\": \"" + folder.resolve("m.wnm"),
                        "\"winnow.samples\": \"a.csv\"",
                        "\"winnow.events\": \"2\"");
    }

    @Test
    void takesOneOutputOfAModelOfAnotherProgramInTheWayThatIsAskedFor() throws IOException {
        Files.writeString(folder.resolve("m.wnm"), "SHARES");
        String events = "pt,eta\n1,3\n";

        Outcome both = apply(events, "--inputs", "pt, eta", "--classes", "low,high", "--variant", "percent");

        assertThat(scored()).isEqualTo("pt,eta,score_low,score_high\n1,3,25.0,75.0\n");
        assertThat(both.err()).isEmpty();

        Outcome one = apply(events, "--inputs", "pt, eta", "--output", "1");

        assertThat(scored()).isEqualTo("pt,eta,score\n1,3,0.75\n");
        assertThat(one.err()).contains("variant=\"percent\" counts in hundredths");
        assertThat(apply(events, "--inputs", "pt, eta", "--output", "2").err())
                .contains("the model has no output '2'", "it has 0 to 1, named 0, 1");
        assertThat(apply(events, "--inputs", "pt, eta", "--variant", "half").err())
                .contains("the model has no variant 'half'", "it has percent");
    }

    @Test
    void choosesNothingOfAModelOfWinnow() throws IOException {
        writeModel(3, NO_FILL);

        Outcome outcome = apply("x,a,b\n1,2,3\n", "--output", "red");

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.err()).contains("--output, --classes and --variant are for models of other programs");
    }

    @Test
    void refusesANameThatIsTaken() throws IOException {
        writeModel(1, NO_FILL);

        assertThat(apply("x,a,b,score\n1,2,3,4\n").err()).contains("has a column 'score' already", "--name");
    }

    @Test
    void leavesNothingHalfWritten() throws IOException {
        writeModel(1, NO_FILL);

        Outcome outcome = apply("x,a,b\n1,2,3\n4,5\n");

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err()).contains("a.csv:3: ");
        try (var files = Files.list(folder)) {
            assertThat(files.map(f -> String.valueOf(f.getFileName()))).containsExactlyInAnyOrder("a.csv", "m.wnm");
        }
    }

    /** Writes a model of x and ab = a + b: x + 10 ab, plus the number of the output. */
    private void writeModel(int outputs, double[] fill) {
        Map<String, List<Double>> sentinels = Map.of("x", List.of(-999.0));
        List<InputSpec> inputs = List.of(
                new InputSpec("x", "x", "", List.of("x"), sentinels),
                new InputSpec("ab", "a + b", "", List.of("a", "b"), Map.of()));
        SumModel sum = new SumModel(new double[] {1, 10}, outputs);
        Pipeline pipeline = new Pipeline(List.of("x", "ab"), fill, new double[2], new double[] {1, 1}, sum);
        List<String> classes = outputs == 3 ? List.of("red", "green", "blue") : List.of("background", "signal");
        Task task = outputs == 3 ? Task.MULTICLASS : Task.BINARY;
        List<double[]> test = List.of(new double[] {1, 2});
        ModelFile.write(
                folder.resolve("m.wnm"),
                new SavedModel("sum", task, classes, inputs, Map.of(), new Facts(), pipeline, test));
    }

    private String scored() throws IOException {
        return Files.readString(folder.resolve("scored.csv"));
    }

    private Outcome apply(String events, String... more) throws IOException {
        Path file = Files.writeString(folder.resolve("a.csv"), events);
        String[] arguments = new String[5 + more.length];
        arguments[0] = "apply";
        arguments[1] = folder.resolve("m.wnm").toString();
        arguments[2] = file.toString();
        arguments[3] = "--out";
        arguments[4] = folder.resolve("scored.csv").toString();
        System.arraycopy(more, 0, arguments, 5, more.length);
        return Console.run(arguments);
    }
}
