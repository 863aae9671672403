package hep.winnow.core.text;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.run.PendingFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/**
 * Writes files whole or not at all: to a temporary name in the same folder, which is then moved into place. A run that is killed leaves the old file or the new one. Nothing is forced to
 * the disk: a power cut may lose either.
 */
public final class AtomicFiles {
    private AtomicFiles() {}

    /** Writes a file. */
    @FunctionalInterface
    public interface IOWriter {
        /** Writes to {@code path}, which does not exist yet and ends as the target does. */
        void write(Path path) throws IOException;
    }

    /**
     * Writes {@code target}, and makes the folders that it stands in. If {@code body} fails, the target stays as it was and nothing else is left.
     *
     * @throws UserError if it cannot be written, with path and reason
     */
    public static void write(Path target, IOWriter body) {
        try (Pending pending = begin(target)) {
            body.write(pending.path());
            pending.commit();
        } catch (IOException e) {
            throw failure(target, e);
        }
    }

    /**
     * Begins {@code target}; the folders that it stands in are made when its path is asked for.
     *
     * @throws UserError if it cannot be written, with path and reason
     */
    public static Pending begin(Path target) {
        Path file = target.toAbsolutePath().normalize();
        Path name = file.getFileName();
        if (name == null || Files.exists(file) && !Files.isRegularFile(file)) {
            throw UserError.data("cannot write '" + target + "': it is no regular file", "give the name of a file");
        }
        return new Pending(
                target,
                file,
                file.resolveSibling(".tmp-" + UUID.randomUUID().toString().substring(0, 13) + "-" + name));
    }

    /** Returns the error of a file that could not be written, with path and reason. */
    public static UserError failure(Path target, IOException e) {
        return UserError.data("cannot write '" + target + "': " + reason(e), "").because(e);
    }

    /** A file under its temporary name. */
    public static final class Pending implements PendingFile {
        private final Path target;
        private final Path file;
        private final Path temporary;

        private Pending(Path target, Path file, Path temporary) {
            this.target = target;
            this.file = file;
            this.temporary = temporary;
        }

        @Override
        public Path path() {
            try {
                createParent(file);
            } catch (IOException e) {
                throw failure(target, e);
            }
            return temporary;
        }

        @Override
        public void commit() {
            try {
                move(temporary, file);
            } catch (IOException e) {
                throw failure(target, e);
            }
        }

        @Override
        public void close() {
            deleteQuietly(temporary);
        }
    }

    /** Writes a text as UTF-8. */
    public static void writeText(Path target, String text) {
        write(target, path -> Files.writeString(path, text, StandardCharsets.UTF_8));
    }

    private static void createParent(Path file) throws IOException {
        Path parent = file.getParent();
        // Before JDK 20, createDirectories refuses a link to a folder.
        if (parent != null && !Files.isDirectory(parent)) {
            Files.createDirectories(parent);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Says what went wrong in words; the names that exceptions carry would say little. */
    private static String reason(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (e instanceof NoSuchFileException) {
            return "nothing was written";
        }
        if (e instanceof FileAlreadyExistsException) {
            return "a file stands where its folder should be";
        }
        String reason = e instanceof FileSystemException f ? f.getReason() : e.getMessage();
        return reason == null ? e.getClass().getSimpleName() : reason;
    }

    private static void deleteQuietly(Path temporary) {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException e) {
            // The failure that matters, if there is one, is on its way; a file that cannot be deleted does no harm.
            return;
        }
    }
}
