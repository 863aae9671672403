package hep.winnow.imports.keras;

import hep.winnow.imports.Scored;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Golden files with something changed. */
final class Edited {
    private Edited() {}

    /** Returns an archive whose {@code config.json} has other words in the place of some. */
    static byte[] config(String file, String from, String to) {
        return archive(file, entries -> {
            String config = new String(entries.getOrDefault(KerasArchive.CONFIG, new byte[0]), StandardCharsets.UTF_8);
            if (!config.contains(from)) {
                throw new IllegalArgumentException(from + " is not in " + config);
            }
            entries.put(KerasArchive.CONFIG, config.replace(from, to).getBytes(StandardCharsets.UTF_8));
        });
    }

    /** Returns an archive with other entries. */
    static byte[] archive(String file, Consumer<Map<String, byte[]>> edit) {
        Map<String, byte[]> entries = entries(file);
        edit.accept(entries);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Returns the entries of an archive. */
    static Map<String, byte[]> entries(String file) {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(Scored.bytes("keras/" + file)))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return entries;
    }

    /** Returns a file whose bytes are others wherever a text stands; both texts are equally long. */
    static byte[] bytes(byte[] file, String from, String to) {
        String text = new String(file, StandardCharsets.ISO_8859_1);
        if (!text.contains(from) || from.length() != to.length()) {
            throw new IllegalArgumentException(from + " cannot become " + to);
        }
        return text.replace(from, to).getBytes(StandardCharsets.ISO_8859_1);
    }
}
