package hep.winnow.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.learn.Model;
import hep.winnow.api.learn.ModelReader;
import hep.winnow.api.learn.ModelState;
import hep.winnow.api.learn.Task;
import hep.winnow.api.learn.Tensor;
import hep.winnow.api.random.RandomStream;
import hep.winnow.api.run.Facts;
import hep.winnow.core.text.Hashes;
import hep.winnow.core.text.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFileTest {
    private static final double NAN = Double.NaN;

    @TempDir
    Path folder;

    private Path file = Path.of("");

    @BeforeEach
    void write() {
        file = folder.resolve("m.wnm");
        ModelFile.write(file, model());
    }

    private static Optional<ModelReader> reader(String learner) {
        return learner.equals("linear") ? Optional.of(new Linear.Reader()) : Optional.empty();
    }

    private static SavedModel model() {
        Linear linear = new Linear(2, new float[] {0.1f, -3e-30f, 2, 7}, new double[] {0.1, -1e300});
        Map<String, String> options = new LinkedHashMap<>();
        options.put("rate", "0.1");
        options.put("activation", "relu");
        Facts provenance = new Facts()
                .put("macro", "hww.wn")
                .put("seed", Long.MAX_VALUE)
                .put("loss", 0.25)
                .put("whole", 3.0)
                .put("is_split", true)
                .put("files", List.of(new Facts().put("events", 100L), "b.csv", List.of(1L, 2.5)));
        return new SavedModel(
                "linear",
                Task.MULTICLASS,
                List.of("ww", "\u4f60 \"tt\""),
                List.of(
                        new InputSpec("mll", "sqrt(2 * pt1)", "GeV", List.of("pt1"), Map.of()),
                        new InputSpec(
                                "met",
                                "met",
                                "",
                                List.of("met"),
                                Map.of("met", List.of(-999.0, Double.POSITIVE_INFINITY)))),
                options,
                provenance,
                new Pipeline(
                        List.of("mll", "met"),
                        new double[] {NAN, 0.1},
                        new double[] {1.0 / 3, -0.0},
                        new double[] {1e-9, 4},
                        linear),
                List.of(new double[] {80, 20}, new double[] {80, NAN}, new double[] {NAN, 1}, new double[] {
                    1, Double.NEGATIVE_INFINITY
                }));
    }

    private SavedModel read() {
        return ModelFile.read(file, ModelFileTest::reader);
    }

    @Test
    void readsBackWhatWasWritten() {
        SavedModel read = read();
        SavedModel model = model();
        assertThat(read.learner()).isEqualTo("linear");
        assertThat(read.task()).isEqualTo(Task.MULTICLASS);
        assertThat(read.classes()).isEqualTo(model.classes());
        assertThat(read.inputs()).isEqualTo(model.inputs());
        assertThat(read.options()).isEqualTo(model.options());
        assertThat(read.provenance()).hasToString(model.provenance().toString());
        assertThat(read.pipeline().fill()).isEqualTo(model.pipeline().fill());
        assertThat(read.pipeline().shift()).isEqualTo(model.pipeline().shift());
        assertThat(read.pipeline().factor()).isEqualTo(model.pipeline().factor());
        assertThat(Arrays.deepEquals(read.test().toArray(), model.test().toArray()))
                .isTrue();
    }

    @Test
    void scoresWithTheSameBits() {
        SavedModel read = read();
        RandomStream random = new RandomStream(23);
        for (int i = 0; i < 1000; i++) {
            double[] event = {random.nextGaussian() * 1e9, i % 5 == 0 ? NAN : random.nextGaussian()};
            assertThat(read.score(event)).isEqualTo(model().score(event));
        }
    }

    /** The hash was made on JDK 17; JDK 25 must give it too. */
    @Test
    void writesTheSameBytesEverywhere() throws IOException {
        Path again = folder.resolve("again.wnm");
        ModelFile.write(again, read());
        assertThat(again).hasSameBinaryContentAs(file);
        assertThat(Hashes.sha256(file)).isEqualTo("bd032bee84ee825baa5d36e75cf3617ec08ea05ea310b4da4e5bf10fbe1763e5");
    }

    @Test
    void noticesEveryFlippedBit() throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        RandomStream random = new RandomStream(29);
        Path damaged = folder.resolve("damaged.wnm");
        Path again = folder.resolve("again.wnm");
        int refused = 0;
        for (int i = 0; i < bytes.length; i++) {
            byte[] flipped = bytes.clone();
            flipped[i] ^= (byte) (1 << random.nextInt(8));
            Files.write(damaged, flipped);
            try {
                ModelFile.write(again, ModelFile.read(damaged, ModelFileTest::reader));
                assertThat(again).as("byte %d", i).hasSameBinaryContentAs(file);
            } catch (UserError e) {
                assertThat(e.message()).contains("damaged.wnm");
                refused++;
            }
        }
        // What may pass is what a zip says twice, such as times and the names in front of entries.
        assertThat(refused).isGreaterThan(bytes.length * 9 / 10);
    }

    @Test
    void refusesAFileThatIsCutOff() throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        for (int length = 0; length < bytes.length; length += 37) {
            Files.write(file, Arrays.copyOf(bytes, length));
            assertThatThrownBy(this::read).isInstanceOf(UserError.class).hasMessageContaining("m.wnm");
        }
    }

    @Test
    void refusesAFileThatIsNotThereOrNoZip() throws IOException {
        assertThatThrownBy(() -> ModelFile.read(folder.resolve("no.wnm"), ModelFileTest::reader))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("there is no model file");
        Files.writeString(file, "a,b\n1,2\n");
        assertThatThrownBy(this::read).isInstanceOf(UserError.class).hasMessageContaining("is no model file");
    }

    /** Rewrites the file with valid checksums, each entry changed by {@code change}; an entry that becomes empty is left out. */
    private void rewrite(Function<Map.Entry<String, String>, String> change) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                byte[] bytes = zip.getInputStream(entry).readAllBytes();
                String text = new String(bytes, StandardCharsets.ISO_8859_1);
                String changed = change.apply(Map.entry(entry.getName(), text));
                entries.put(entry.getName(), changed.getBytes(StandardCharsets.ISO_8859_1));
            }
        }
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                if (entry.getValue().length > 0) {
                    ZipEntry out = new ZipEntry(entry.getKey());
                    CRC32 crc = new CRC32();
                    crc.update(entry.getValue());
                    zip.putNextEntry(out);
                    zip.write(entry.getValue());
                    zip.closeEntry();
                }
            }
        }
    }

    private void replace(String what, String by) throws IOException {
        rewrite(e -> {
            assertThat(e.getKey().equals("model.json") && !e.getValue().contains(what))
                    .isFalse();
            return e.getValue().replace(what, by);
        });
    }

    @Test
    void refusesAFileThatLacksAnEntry() throws IOException {
        for (String name : List.of("model.json", "weights.bin", "selftest.json")) {
            write();
            rewrite(e -> e.getKey().equals(name) ? "" : e.getValue());
            assertThatThrownBy(this::read)
                    .isInstanceOf(UserError.class)
                    .hasMessageContaining("m.wnm")
                    .hasMessageContaining("it has no " + name);
        }
    }

    @Test
    void refusesANewerFormat() throws IOException {
        replace("\"format\": 1,", "\"format\": 2,");
        assertThatThrownBy(this::read)
                .isInstanceOf(UserError.class)
                .hasMessageEndingWith("it is of format 2, this program reads format 1")
                .satisfies(e -> assertThat(((UserError) e).help()).isEqualTo("it takes a newer version of Winnow"));
    }

    @Test
    void refusesWeightsThatAreNotThoseOfTheModel() throws IOException {
        rewrite(e -> e.getKey().equals("weights.bin") ? "x" + e.getValue().substring(1) : e.getValue());
        assertThatThrownBy(this::read)
                .isInstanceOf(UserError.class)
                .hasMessageEndingWith("its weights are damaged: the checksum differs");
    }

    @Test
    void refusesShapesThatDoNotFitTheWeights() throws IOException {
        for (String shape :
                List.of("[2, 1]", "[2, 3]", "[2, 2000000000]", "[-1, -4]", "[2, 99999999999]", "[2, 2.5]", "7")) {
            write();
            replace("\"shape\": " + Json.writeValue(List.of(2L, 2L)).strip(), "\"shape\": " + shape);
            assertThatThrownBy(this::read)
                    .as(shape)
                    .isInstanceOf(UserError.class)
                    .hasMessageContaining("m.wnm");
        }
    }

    @Test
    void namesTheLearnerThatNoPluginReads() throws IOException {
        replace("\"learner\": \"linear\"", "\"learner\": \"boosted\"");
        assertThatThrownBy(this::read)
                .isInstanceOf(UserError.class)
                .hasMessageContaining("m.wnm")
                .hasMessageContaining("'boosted'");
    }

    @Test
    void refusesAModelThatNoLongerScoresAsItDid() {
        ModelReader other = new ModelReader() {
            @Override
            public String learner() {
                return "linear";
            }

            @Override
            public Model read(ModelState state) {
                Linear read = (Linear) new Linear.Reader().read(state);
                read.bias()[0] = Math.nextUp(read.bias()[0]);
                return new Linear(2, read.weight(), read.bias());
            }
        };
        assertThatThrownBy(() -> ModelFile.read(file, learner -> Optional.of(other)))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("m.wnm")
                .hasMessageContaining("its self-test fails: event 1 scores");
    }

    @Test
    void tellsOfAReaderThatFails() {
        ModelReader failing = new ModelReader() {
            @Override
            public String learner() {
                return "linear";
            }

            @Override
            public Model read(ModelState state) {
                throw new ArithmeticException("no layer");
            }
        };
        assertThatThrownBy(() -> ModelFile.read(file, learner -> Optional.of(failing)))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("no layer");
    }

    @Test
    void refusesToCutDoublesToFloats() {
        Tensor cut = new Tensor("w", List.of(1), new double[] {0.1}, true);
        assertThatThrownBy(() -> Weights.toBytes(List.of(cut)))
                .hasMessage("tensor 'w' is said to hold floats, found 0.1");
    }

    @Test
    void leavesTheOldFileWhenWritingFails() {
        byte[] before = bytes();
        SavedModel untested = model().withTest(List.of());
        assertThatThrownBy(() -> ModelFile.write(file, untested)).isInstanceOf(IllegalArgumentException.class);
        assertThat(bytes()).isEqualTo(before);
    }

    private byte[] bytes() {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
