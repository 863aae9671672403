package hep.winnow.app.batch;

import hep.winnow.api.diagnostic.UserError;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** The right to write into the folder of a batch, which one process has at a time. The system takes it back where the process ends, however it ends. */
final class Lock implements AutoCloseable {
    private static final String NAME = "batch.lock";

    private final Path folder;
    private final FileChannel channel;

    private Lock(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /**
     * Takes it; the folder is made, unless it is there.
     *
     * @throws UserError if another batch has it
     */
    static Lock take(Path folder) {
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(folder);
            }
            FileChannel channel =
                    FileChannel.open(folder.resolve(NAME), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock(channel).isEmpty()) {
                channel.close();
                throw UserError.data(
                        "another batch is at work in '" + folder + "'",
                        "wait for its end, or take another folder by --out");
            }
            return new Lock(folder, channel);
        } catch (IOException e) {
            throw UserError.data(
                            "cannot write to '" + folder + "': " + e.getMessage(), "choose another folder by --out")
                    .because(e);
        }
    }

    private static Optional<FileLock> lock(FileChannel channel) throws IOException {
        try {
            return Optional.ofNullable(channel.tryLock());
        } catch (OverlappingFileLockException e) {
            return Optional.empty();
        }
    }

    /**
     * Makes the folder ready.
     *
     * @throws UserError if it holds a batch, and nothing says what shall become of it
     */
    void prepare(boolean resumes, boolean isFresh) {
        if (!Journal.isIn(folder) || resumes) {
            sweep();
            return;
        }
        if (!isFresh) {
            throw UserError.data(
                    "'" + folder + "' holds a batch already",
                    "--resume goes on with it, --fresh throws it away, --out DIR takes another folder");
        }
        try {
            Files.deleteIfExists(folder.resolve("batch.json"));
            Dispatcher.clear(folder.resolve("jobs"));
            Files.deleteIfExists(folder.resolve(Journal.NAME));
        } catch (IOException e) {
            throw UserError.data("cannot clear '" + folder + "': " + e.getMessage(), "")
                    .because(e);
        }
    }

    /** Takes away what a killed batch was writing, under temporary names. */
    private void sweep() {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, ".tmp-*")) {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw UserError.data("cannot clear '" + folder + "': " + e.getMessage(), "")
                    .because(e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            // The system takes it back when the process ends.
            return;
        }
    }
}
