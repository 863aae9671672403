package hep.winnow.acceptance.models;

import static org.assertj.core.api.Assertions.assertThat;

import hep.winnow.acceptance.formats.Mutation;
import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.learn.ForeignModel;
import hep.winnow.core.model.ModelFile;
import hep.winnow.onnx.load.OnnxFormat;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Damaged model files are refused, or are the same model: never another score, and no more memory than the file justifies. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ModelMutationTest {
    private static final long MEMORY = 64L << 20;

    @TempDir
    static Path folder;

    private Zoo zoo;
    private Path out = Path.of("");

    @BeforeAll
    void export() throws IOException {
        zoo = new Zoo(folder);
        Map<String, String> models = new LinkedHashMap<>(Zoo.few());
        models.keySet().retainAll(List.of("gauss", "lda"));
        out = zoo.export(models, List.of(".onnx"));
    }

    @AfterAll
    void close() throws IOException {
        zoo.close();
    }

    @Test
    void damagedModelFilesAreRefusedOrTheSame() throws IOException {
        mutate(1000);
    }

    @Test
    @Tag("slow")
    void damagedModelFilesAreRefusedOrTheSameManyTimes() throws IOException {
        mutate(50_000);
    }

    @Test
    void damagedOnnxFilesAreRefusedOrScoreTheSame() throws IOException {
        mutateOnnx(1000);
    }

    @Test
    @Tag("slow")
    void damagedOnnxFilesAreRefusedOrScoreTheSameManyTimes() throws IOException {
        mutateOnnx(50_000);
    }

    private void mutateOnnx(int times) throws IOException {
        for (String name : List.of("gauss", "lda")) {
            byte[] bytes = Files.readAllBytes(out.resolve(name + ".onnx"));
            double[] scores = onnxScores(bytes);
            int refused = 0;
            for (int seed = 0; seed < times; seed++) {
                byte[] damaged = Mutation.of(bytes, seed);
                try {
                    assertThat(onnxScores(damaged)).as("%s %d", name, seed).isEqualTo(scores);
                } catch (UserError e) {
                    refused++;
                }
            }
            assertThat(refused).as(name).isGreaterThan(times * 9 / 10);
        }
    }

    private static double[] onnxScores(byte[] file) {
        ForeignModel model = new OnnxFormat().read(file);
        double[][] events = Zoo.events(model.scorer().inputs(), 20);
        double[] out = new double[events.length * model.scorer().outputs()];
        model.scorer()
                .score(Arrays.stream(events).flatMapToDouble(Arrays::stream).toArray(), events.length, out);
        return out;
    }

    private void mutate(int times) throws IOException {
        for (String name : List.of("gauss", "lda")) {
            Path file = out.resolve(name + ".wnm");
            byte[] bytes = Files.readAllBytes(file);
            int refused = 0;
            for (int seed = 0; seed < times; seed++) {
                refused += isRefused(file, Mutation.of(bytes, seed), name + " " + seed) ? 1 : 0;
            }
            assertThat(refused).as(name).isGreaterThan(times * 9 / 10);
        }
    }

    private boolean isRefused(Path file, byte[] bytes, String what) throws IOException {
        Path damaged = folder.resolve("damaged.wnm");
        Path again = folder.resolve("again.wnm");
        Files.write(damaged, bytes);
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        try {
            ModelFile.write(again, zoo.read(damaged));
        } catch (UserError e) {
            assertThat(e.message()).as(what).contains("damaged.wnm");
            return true;
        } finally {
            assertThat(threads.getCurrentThreadAllocatedBytes() - before)
                    .as(what)
                    .isLessThan(MEMORY);
        }
        assertThat(again).as(what).hasSameBinaryContentAs(file);
        return false;
    }
}
