package hep.winnow.imports.keras;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.imports.json.JsonFile;
import hep.winnow.imports.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Reads {@code *.keras}: a zip of {@code metadata.json}, {@code config.json} and {@code model.weights.h5}. */
final class KerasArchive {
    static final String METADATA = "metadata.json";
    static final String CONFIG = "config.json";
    static final String WEIGHTS = "model.weights.h5";
    static final String ASSETS = "assets/";

    /** What was packed anew takes no more space than so many times what the file takes. */
    private static final long PACKED = 100;

    private static final long MEGABYTE = 1 << 20;
    private static final int MOST_ENTRIES = 10_000;

    private static final String END = "PK\u0005\u0006";
    private static final int LONGEST_END = 22 + (1 << 16);

    private KerasArchive() {}

    static KerasFile read(byte[] file) {
        Map<String, byte[]> entries = entries(file);
        JsonValue config = JsonFile.parse(entry(entries, CONFIG));
        String version =
                JsonFile.parse(entry(entries, METADATA)).get("keras_version").text();
        if (!entries.containsKey(WEIGHTS)) {
            throw UserError.data(
                    "it has no " + WEIGHTS + "; it has " + String.join(", ", entries.keySet()),
                    "save it anew: model.save(\"model.keras\"), without shards");
        }
        Optional<JsonValue> compiled = config.isObject() ? config.find("compile_config") : Optional.empty();
        return new KerasFile(
                version,
                "",
                config,
                compiled.filter(JsonValue::isObject).flatMap(c -> c.find("loss")),
                ArchiveWeights.of(Hdf5.open(entry(entries, WEIGHTS))));
    }

    private static byte[] entry(Map<String, byte[]> entries, String name) {
        byte[] bytes = entries.get(name);
        if (bytes == null) {
            throw UserError.data("it has no " + name, "it is no file of Keras, or it is damaged: copy it again");
        }
        return bytes;
    }

    /** A zip ends in a list of what it holds; entries can be read without it, but then some may be missing. */
    private static void checkEnd(byte[] file) {
        String end = new String(
                file,
                Math.max(0, file.length - LONGEST_END),
                Math.min(file.length, LONGEST_END),
                StandardCharsets.ISO_8859_1);
        if (!end.contains(END)) {
            throw UserError.data("it is no whole zip: its end is missing", "copy it again");
        }
    }

    private static Map<String, byte[]> entries(byte[] file) {
        checkEnd(file);
        Map<String, byte[]> entries = new HashMap<>();
        long left = MEGABYTE + PACKED * file.length;
        int count = 0;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] bytes = zip.readNBytes((int) Math.min(left + 1, Integer.MAX_VALUE - 8));
                left -= bytes.length;
                if (left < 0 || ++count > MOST_ENTRIES) {
                    throw UserError.data(
                            "what it holds is more than " + PACKED + " times its own size",
                            "it is damaged: copy it again");
                }
                if (!entry.getName().startsWith(ASSETS) && entries.put(entry.getName(), bytes) != null) {
                    throw UserError.data(entry.getName() + " is twice in it", "it is damaged: copy it again");
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw UserError.data("it is no whole zip: " + e.getMessage(), "copy it again")
                    .because(e);
        }
        return entries;
    }
}
