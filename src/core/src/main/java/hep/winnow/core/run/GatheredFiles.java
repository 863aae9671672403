package hep.winnow.core.run;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.run.PendingFile;
import hep.winnow.core.text.AtomicFiles;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a job of a batch gathered, in its folder: {@code parts.bin} with what was read of each file and each statement's part of it, and a {@link RowsFile} for each statement that writes events.
 *
 * <p>{@code parts.bin}: a text {@value #MAGIC}; the number of files; of each file its events, its rows that were left out, its events in no certified section, and the first of these as texts; then, file by file, the part of each
 * statement of the pass that has no rows.
 */
final class GatheredFiles {
    private static final String MAGIC = "winnow parts 1";
    private static final String PARTS = "parts.bin";
    private static final int BUFFER = 1 << 16;

    private GatheredFiles() {}

    /** Returns the file of a statement that writes events. */
    static Path rows(Path folder, int fill) {
        return folder.resolve("rows-" + fill + ".bin");
    }

    /**
     * Writes what was gathered.
     *
     * @param counts of each file
     * @param parts of each file: those of all statements without rows
     */
    static void write(Path folder, List<FileCount> counts, List<byte[]> parts) {
        Path path = folder.resolve(PARTS);
        try (PendingFile pending = AtomicFiles.begin(path)) {
            try (DataOutputStream out =
                    new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(pending.path()), BUFFER))) {
                out.writeUTF(MAGIC);
                out.writeInt(counts.size());
                for (FileCount count : counts) {
                    write(count, out);
                }
                for (byte[] part : parts) {
                    out.write(part);
                }
            }
            pending.commit();
        } catch (IOException e) {
            throw AtomicFiles.failure(path, e);
        }
    }

    private static void write(FileCount count, DataOutput out) throws IOException {
        out.writeLong(count.events());
        out.writeLong(count.skipped());
        out.writeLong(count.uncertified());
        out.writeInt(count.badRows().size());
        for (String row : count.badRows()) {
            out.writeUTF(row.length() > 1000 ? row.substring(0, 1000) : row);
        }
    }

    /** Hands what a job gathered to a pass; returns what was read of each of its files. */
    static List<FileCount> read(Path folder, List<Fill<?>> fills) {
        try (DataInputStream in =
                new DataInputStream(new BufferedInputStream(Files.newInputStream(folder.resolve(PARTS)), BUFFER))) {
            if (!in.readUTF().equals(MAGIC)) {
                throw new IOException("it is no file of parts");
            }
            List<FileCount> counts = new ArrayList<>();
            int files = in.readInt();
            for (int i = 0; i < files; i++) {
                counts.add(count(in));
            }
            for (int i = 0; i < files; i++) {
                for (Fill<?> fill : fills) {
                    if (!fill.hasSink()) {
                        fill.readFile(in);
                    }
                }
            }
            for (int i = 0; i < fills.size(); i++) {
                if (fills.get(i).hasSink()) {
                    RowsFile.read(rows(folder, i), fills.get(i)::replay);
                }
            }
            return counts;
        } catch (IOException e) {
            throw UserError.data(
                            "what a job gathered in '" + folder + "' cannot be read: " + e,
                            "delete that folder, and go on with --resume")
                    .because(e);
        }
    }

    private static FileCount count(DataInput in) throws IOException {
        long events = in.readLong();
        long skipped = in.readLong();
        long uncertified = in.readLong();
        List<String> badRows = new ArrayList<>();
        int bad = in.readInt();
        for (int i = 0; i < bad; i++) {
            badRows.add(in.readUTF());
        }
        return new FileCount(events, skipped, uncertified, badRows);
    }
}
