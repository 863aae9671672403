package hep.winnow.hdf5;

import hep.winnow.api.diagnostic.UserError;
import io.jhdf.HdfFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;

/**
 * Stands between the library and the rest: the library throws whatever its code comes across in a damaged file, all of which is one thing to the user. That includes a claimed size that no heap
 * holds, and the error by which a JVM tells that a mapped file became shorter.
 */
final class Guard {
    /** Files up to this size are read at once. */
    private static final long SMALL = 1 << 22;

    static final String HELP = "check that the file is whole: h5dump -H shows what is in it";

    private Guard() {}

    /** Opens a file, and closes it behind {@code body}. */
    static <T> T with(Path file, Function<HdfFile, T> body) {
        HdfFile opened = open(file);
        try (opened) {
            return call(file, () -> body.apply(opened));
        }
    }

    /** Opens a file. */
    static HdfFile open(Path file) {
        if (Files.isDirectory(file)) {
            throw UserError.data(file + " is a folder, expected a file", "name the files in it: \"" + file + "/*\"");
        }
        return call(file, () -> {
            if (Files.size(file) < Hdf5Format.SIGNATURE.length()) {
                throw UserError.data(file + " is no HDF5 file: it has " + Files.size(file) + " bytes", HELP);
            }
            return opened(file);
        });
    }

    /**
     * Opens a file as a buffer wherever one can hold it: then the library reads by looking at parts of the buffer, which end where the file does. Of a file that it reads itself it
     * would allocate whatever length a damaged part claims.
     */
    private static HdfFile opened(Path file) throws IOException {
        long size = Files.size(file);
        if (size > Integer.MAX_VALUE) {
            return new HdfFile(file);
        }
        if (size <= SMALL) {
            return HdfFile.fromBytes(Files.readAllBytes(file));
        }
        try (FileChannel channel = FileChannel.open(file)) {
            return HdfFile.fromByteBuffer(channel.map(FileChannel.MapMode.READ_ONLY, 0, size));
        }
    }

    /** Something that reads. */
    @FunctionalInterface
    interface Reading<T> {
        T read() throws IOException;
    }

    /** Reads; whatever goes wrong is the file's fault. */
    static <T> T call(Path file, Reading<T> reading) {
        try {
            return reading.read();
        } catch (UserError e) {
            // Whoever found it need not know the file.
            throw e.message().contains(file.toString())
                    ? e
                    : UserError.data(file + " cannot be read: " + e.message(), e.help())
                            .because(e);
        } catch (RuntimeException | IOException | StackOverflowError | OutOfMemoryError | InternalError e) {
            throw UserError.data(file + " cannot be read as HDF5: " + reason(e), HELP)
                    .because(e);
        }
    }

    /** Returns the message of the innermost cause that has one and is of the library; other messages say little. */
    private static String reason(Throwable thrown) {
        String reason = "what its parts say of each other does not fit together";
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            String message = t.getMessage();
            if (message != null && t.getClass().getName().startsWith("io.jhdf.") && !message.contains("Exception")) {
                reason = message;
            }
        }
        return reason;
    }
}
