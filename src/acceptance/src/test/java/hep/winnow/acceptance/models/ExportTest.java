package hep.winnow.acceptance.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;

import hep.winnow.api.learn.ForeignInput;
import hep.winnow.api.learn.ForeignModel;
import hep.winnow.api.learn.ModelContract;
import hep.winnow.core.model.InputSpec;
import hep.winnow.core.model.SavedModel;
import hep.winnow.onnx.load.OnnxFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Exported models score as they do at home: 1,000 events each, to 1e-5. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExportTest {
    private static final int EVENTS = 1000;
    private static final double TOLERANCE = 1e-5;

    @TempDir
    static Path folder;

    private Zoo zoo;

    @BeforeAll
    void open() throws IOException {
        zoo = new Zoo(folder);
    }

    @AfterAll
    void close() throws IOException {
        zoo.close();
    }

    @Test
    void onnxRuntimeScoresSomeModelsTheSame() {
        compareWithRuntime(Zoo.few());
    }

    @Test
    @Tag("slow")
    void onnxRuntimeScoresEveryModelTheSame() {
        compareWithRuntime(Zoo.models());
    }

    /** What is exported can be loaded again, with the names and formulas of its inputs. */
    @Test
    void onnxFilesOfOursAreReadBack() throws IOException {
        Path out = zoo.export(Zoo.few(), List.of(".onnx"));
        for (String name : Zoo.few().keySet()) {
            SavedModel saved = zoo.read(out.resolve(name + ".wnm"));
            ForeignModel read = new OnnxFormat().read(Files.readAllBytes(out.resolve(name + ".onnx")));
            assertThat(read.inputs().stream().map(ForeignInput::name))
                    .isEqualTo(saved.pipeline().inputs());
            assertThat(read.inputs().stream().map(ForeignInput::expression))
                    .isEqualTo(
                            saved.inputs().stream().map(InputSpec::expression).toList());
            assertThat(read.task()).as(name).isEqualTo(saved.task());
            assertThat(read.classes()).as(name).isEqualTo(saved.classes());
            double[] event = Zoo.events(saved.inputs().size(), 1)[0];
            double[] score = new double[read.scorer().outputs()];
            read.scorer().score(event, 1, score);
            assertThat(score[0]).as(name).isCloseTo(saved.score(event)[0], within(1e-4));
        }
    }

    /** From macro to macro: the same column, by ONNX Runtime and by our own kernels. */
    @Test
    void macrosLoadOnnxFilesAsColumns() throws IOException {
        Map<String, String> models = new LinkedHashMap<>(Zoo.few());
        models.keySet().retainAll(Set.of("plain", "gauss"));
        zoo.export(models, List.of(".onnx"));
        Path again = zoo.run("""
                read a from "a.csv" role=signal
                missing [x1, x3] sentinel=-999
                define sum = x1 + 2*x2
                load ours   from "out/plain.wnm"
                load theirs from "out/plain.onnx"
                load gauss1 from "out/gauss.wnm"
                load gauss2 from "out/gauss.onnx"
                region far   { cut "differ" : abs(ours - theirs) > 1e-5 or abs(gauss1 - gauss2) > 1e-5 }
                region close { cut "same"   : abs(ours - theirs) < 1e-5 and abs(gauss1 - gauss2) < 1e-5 }
                save far to "far.csv" columns=[ours, theirs]
                save close to "close.csv" columns=[ours, theirs]
                """);
        assertThat(again.resolve("far.csv")).content().hasLineCount(1);
        assertThat(again.resolve("close.csv")).content().hasLineCount(401);
    }

    @Test
    void compiledJavaScoresSomeModelsTheSame() throws Exception {
        compareWithJava(Zoo.few());
    }

    @Test
    @Tag("slow")
    void compiledJavaScoresEveryModelTheSame() throws Exception {
        compareWithJava(Zoo.models());
    }

    @Test
    void compiledCppScoresSomeModelsTheSame() throws IOException, InterruptedException {
        compareWithCpp(Zoo.few());
    }

    @Test
    @Tag("slow")
    void compiledCppScoresEveryModelTheSame() throws IOException, InterruptedException {
        compareWithCpp(Zoo.models());
    }

    private void compareWithJava(Map<String, String> models) throws Exception {
        Path out = zoo.export(models, List.of(".java"));
        try (CompiledJava compiled = CompiledJava.of(out, models.keySet())) {
            for (String name : models.keySet()) {
                compare(name, out, events -> compiled.score(name, events));
                assertThat(compiled.selfTest(name)).as(name).isLessThan(TOLERANCE);
            }
        }
    }

    private void compareWithCpp(Map<String, String> models) throws IOException, InterruptedException {
        Path out = zoo.export(models, List.of(".hpp"));
        CompiledCpp compiled = CompiledCpp.of(out, models.keySet());
        for (String name : models.keySet()) {
            compare(name, out, events -> compiled.score(name, events));
            assertThat(compiled.selfTest(name)).as(name).isLessThan(TOLERANCE);
        }
    }

    /** Scores events elsewhere. */
    private interface Scorer {
        List<double[]> score(double[][] events) throws Exception;
    }

    private void compare(String name, Path out, Scorer scorer) {
        SavedModel saved = zoo.read(out.resolve(name + ".wnm"));
        double[][] events = Zoo.events(saved.inputs().size(), EVENTS);
        List<double[]> expected = Stream.of(events).map(saved::score).toList();
        List<double[]> found = assertDoesNotThrow(() -> scorer.score(events));
        assertThat(ModelContract.difference(expected, found)).as(name).isLessThan(TOLERANCE);
    }

    private void compareWithRuntime(Map<String, String> models) {
        Path out = zoo.export(models, List.of(".onnx"));
        for (String name : models.keySet()) {
            compare(name, out, events -> Arrays.asList(OnnxRuntime.score(out.resolve(name + ".onnx"), events)));
        }
    }
}
