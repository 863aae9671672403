package hep.winnow.core.run;

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
import java.util.Optional;

/** The parts of a statement that writes events, block by block, on their way from the process that gathered them to the one that merges them. */
final class RowsFile implements AutoCloseable {
    private static final int BUFFER = 1 << 16;
    private static final int END = -1;

    private final Path path;
    private final PendingFile pending;
    private Optional<DataOutputStream> out = Optional.empty();

    /** Begins the file; it is there once it is ended. */
    RowsFile(Path path) {
        this.path = path;
        this.pending = AtomicFiles.begin(path);
    }

    /** Writes one part. */
    @FunctionalInterface
    interface Writer {
        /** Writes it. */
        void write(DataOutput out) throws IOException;
    }

    /** Takes one part. */
    @FunctionalInterface
    interface Reader {
        /** Reads it, no more and no less. */
        void read(int scope, DataInput in) throws IOException;
    }

    void add(int scope, Writer writer) {
        try {
            DataOutputStream to = stream();
            to.writeInt(scope);
            writer.write(to);
        } catch (IOException e) {
            throw AtomicFiles.failure(path, e);
        }
    }

    private DataOutputStream stream() throws IOException {
        if (out.isEmpty()) {
            out = Optional.of(
                    new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(pending.path()), BUFFER)));
        }
        return out.get();
    }

    /** Puts the file in its place. */
    void end() {
        try {
            stream().writeInt(END);
            stream().close();
        } catch (IOException e) {
            throw AtomicFiles.failure(path, e);
        }
        pending.commit();
    }

    /** Leaves nothing half written behind. */
    @Override
    public void close() {
        try {
            if (out.isPresent()) {
                out.get().close();
            }
        } catch (IOException e) {
            // What matters is on its way; the file is deleted all the same.
            out = Optional.empty();
        } finally {
            pending.close();
        }
    }

    /** Hands all parts of a file to {@code reader}, in order. */
    static void read(Path path, Reader reader) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(path), BUFFER))) {
            for (int scope = in.readInt(); scope != END; scope = in.readInt()) {
                reader.read(scope, in);
            }
        }
    }
}
