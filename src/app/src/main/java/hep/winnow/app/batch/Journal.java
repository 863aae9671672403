package hep.winnow.app.batch;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.core.text.Json;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * What became of the jobs of a batch: a file of lines that is only ever added to. Each line is a checksum (CRC-32 of what follows, eight hexadecimal digits), a blank, and a JSON object; it is on
 * the disk before anything builds on it. A line that is not whole, as a process leaves it that is killed while it writes, counts for nothing.
 */
final class Journal implements AutoCloseable {
    static final String NAME = "journal.jsonl";

    private static final int SUM_LENGTH = 8;

    private final Path path;
    private final FileChannel channel;
    private final Map<String, Map<String, Object>> last = new LinkedHashMap<>();

    private Journal(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /** Opens the journal of a folder, which is there; begins it if there is none. */
    static Journal open(Path folder) {
        Path path = folder.resolve(NAME);
        try {
            FileChannel channel = FileChannel.open(
                    path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            Journal journal = new Journal(path, channel);
            journal.readAll();
            return journal;
        } catch (IOException e) {
            throw failure(path, e);
        }
    }

    /** Tells whether a folder has a journal. */
    static boolean isIn(Path folder) {
        return Files.exists(folder.resolve(NAME));
    }

    private void readAll() throws IOException {
        String text = Files.readString(path, StandardCharsets.ISO_8859_1);
        for (String line : text.split("\n", -1)) {
            parse(line).ifPresent(this::note);
        }
        channel.position(channel.size());
        if (!text.isEmpty() && !text.endsWith("\n")) {
            write("\n");
        }
    }

    private static Optional<Map<String, Object>> parse(String latin) {
        if (latin.length() <= SUM_LENGTH || latin.charAt(SUM_LENGTH) != ' ') {
            return Optional.empty();
        }
        byte[] bytes = latin.substring(SUM_LENGTH + 1).getBytes(StandardCharsets.ISO_8859_1);
        if (!latin.substring(0, SUM_LENGTH).equals(sum(bytes))) {
            return Optional.empty();
        }
        return Lines.object(new String(bytes, StandardCharsets.UTF_8));
    }

    private void note(Map<String, Object> entry) {
        if (entry.get("job") instanceof String job) {
            last.put(job, entry);
        }
    }

    /** Returns the last entry of a job. */
    Optional<Map<String, Object>> last(Job job) {
        return Optional.ofNullable(last.get(job.key()));
    }

    /** Adds an entry. */
    void add(Map<String, Object> entry) {
        String json = Json.writeLine(entry);
        try {
            write(sum(json.getBytes(StandardCharsets.UTF_8)) + " " + json + "\n");
        } catch (IOException e) {
            throw failure(path, e);
        }
        note(entry);
    }

    private void write(String text) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        channel.force(false);
    }

    private static String sum(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return String.format(Locale.ROOT, "%08x", crc.getValue());
    }

    private static UserError failure(Path path, IOException e) {
        return UserError.data("cannot write the journal '" + path + "': " + e.getMessage(), "")
                .because(e);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            // Each line is on the disk already.
            last.clear();
        }
    }
}
