package hep.winnow.core.model;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.learn.Model;
import hep.winnow.api.learn.ModelReader;
import hep.winnow.api.learn.ModelState;
import hep.winnow.api.learn.Tensor;
import hep.winnow.core.text.AtomicFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * The model file, {@code *.wnm}: a zip of {@code model.json} (all but the numbers), {@code weights.bin} (the numbers, little-endian) and {@code selftest.json} (events
 * and their scores, checked at each load). The same model gives the same bytes: entries are stored, in this order, with a fixed time.
 */
public final class ModelFile {
    private static final LocalDateTime TIME = LocalDateTime.of(2000, 1, 1, 0, 0);
    private static final long LARGEST = 1L << 30;
    private static final long MEGABYTE = 1L << 20;

    /** What was packed anew takes no more space than so many times what it takes in the file. */
    private static final long PACKED = 100;

    private static final String MODEL = "model.json";
    private static final String WEIGHTS = "weights.bin";
    private static final String SELF_TEST = "selftest.json";

    private ModelFile() {}

    /** Writes a model, whole or not at all. */
    public static void write(Path file, SavedModel model) {
        if (model.test().isEmpty()) {
            throw new IllegalArgumentException("a model file needs an event to test itself on");
        }
        ModelState state = model.pipeline().model().state();
        List<Tensor> tensors = new ArrayList<>(state.tensors());
        tensors.addAll(TransformJson.tensors(model.pipeline()));
        byte[] weights = Weights.toBytes(tensors);
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put(MODEL, utf8(ModelJson.write(model, state, weights)));
        entries.put(WEIGHTS, weights);
        entries.put(SELF_TEST, utf8(SelfTest.write(model)));
        AtomicFiles.write(file, path -> {
            try (OutputStream out = Files.newOutputStream(path);
                    ZipOutputStream zip = new ZipOutputStream(out)) {
                for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                    put(zip, entry.getKey(), entry.getValue());
                }
            }
        });
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(bytes.length);
        entry.setCrc(crc.getValue());
        entry.setTimeLocal(TIME);
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }

    /**
     * Reads a model, and checks that it scores its own test events as it did when it was written, bit by bit.
     *
     * @param file the file
     * @param readers of models, by learner
     * @throws UserError if it is no model file, is damaged, or needs a plugin that is not there
     */
    public static SavedModel read(Path file, Function<String, Optional<ModelReader>> readers) {
        if (!Files.isRegularFile(file)) {
            throw UserError.data(
                    "there is no model file '" + file + "'", "write one with 'save MODEL to \"name.wnm\"'");
        }
        try (ZipFile zip = new ZipFile(file.toFile())) {
            JsonObject json = JsonObject.parse(MODEL, entry(zip, MODEL));
            SavedModel model = ModelJson.read(json, entry(zip, WEIGHTS), state -> model(state, readers));
            return model.withTest(SelfTest.check(JsonObject.parse(SELF_TEST, entry(zip, SELF_TEST)), model));
        } catch (IOException e) {
            throw UserError.data(
                            "'" + file + "' is no model file, or it is cut off: " + e.getMessage(),
                            "write it anew, or copy it again")
                    .because(e);
        } catch (UserError e) {
            throw new UserError(e.kind(), "model file '" + file + "': " + e.message(), e.help()).because(e);
        } catch (RuntimeException e) {
            throw UserError.data("model file '" + file + "' is damaged: " + e.getMessage(), "copy it again")
                    .because(e);
        }
    }

    private static Model model(ModelState state, Function<String, Optional<ModelReader>> readers) {
        ModelReader reader = readers.apply(state.learner())
                .orElseThrow(() -> UserError.data(
                        "no plugin at hand reads models of the learner '" + state.learner() + "'",
                        "install the plugin that trained it; 'winnow plugins' lists what is there"));
        return reader.read(state);
    }

    /** Reads an entry and checks it; the JDK's class leaves a stored entry's checksum alone. */
    private static byte[] entry(ZipFile zip, String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw UserError.data("it has no " + name, "it is no model file, or it is damaged");
        }
        long justified = MEGABYTE + PACKED * Math.max(0, entry.getCompressedSize());
        if (entry.getSize() > Math.min(LARGEST, justified)) {
            throw UserError.data(name + " claims " + entry.getSize() + " bytes", "it is damaged: copy it again");
        }
        byte[] bytes;
        try (InputStream in = zip.getInputStream(entry)) {
            bytes = in.readNBytes((int) entry.getSize() + 1);
        }
        CRC32 crc = new CRC32();
        crc.update(bytes);
        if (bytes.length != entry.getSize() || crc.getValue() != entry.getCrc()) {
            throw UserError.data(name + " is damaged: its checksum differs", "copy it again");
        }
        return bytes;
    }

    /** Returns the names of the entries, for documentation. */
    public static List<String> entries() {
        return List.of(MODEL, WEIGHTS, SELF_TEST);
    }
}
