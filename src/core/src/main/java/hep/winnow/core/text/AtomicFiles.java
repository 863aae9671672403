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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Writes files whole or not at all: to a temporary name in the same folder, which is then moved into place. A run that is killed leaves the old file or the new one, and a temporary file,
 * {@code .tmp-PROCESS-RANDOM-NAME}: whoever writes the same file an hour later or more deletes it. Nothing is forced to the disk: a power cut may lose either.
 */
public final class AtomicFiles {
    private static final Duration LEFT = Duration.ofHours(1);

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
                file.resolveSibling(".tmp-" + ProcessHandle.current().pid() + "-"
                        + UUID.randomUUID().toString().substring(0, 8) + "-" + name));
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
                deleteLeft(file);
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

    /** Deletes what killed processes left when they wrote a file. Another machine may have a process of that number at work, so that nothing goes that was touched in the last hour. */
    private static void deleteLeft(Path file) throws IOException {
        Path folder = file.getParent();
        Path name = file.getFileName();
        if (folder == null || name == null) {
            return;
        }
        Pattern left =
                Pattern.compile("\\.tmp-(\\d{1,18})-[0-9a-f]{8}-" + Pattern.quote(name.toString()) + "(\\.\\d+)?");
        List<Path> found;
        try (Stream<Path> all = Files.list(folder)) {
            found = all.filter(f -> isLeft(f, left)).toList();
        }
        found.forEach(AtomicFiles::deleteQuietly);
    }

    private static boolean isLeft(Path file, Pattern left) {
        Matcher name = left.matcher(String.valueOf(file.getFileName()));
        try {
            return name.matches()
                    && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty()
                    && Files.getLastModifiedTime(file)
                            .toInstant()
                            .isBefore(Instant.now().minus(LEFT));
        } catch (IOException e) {
            return false;
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            // What an atomic move makes of a file that is there depends on the file system, unless it is said.
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
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
