package hep.winnow.parquet;

import hep.winnow.api.diagnostic.UserError;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.file.Path;

/** Errors of files, in words for the user. */
final class Damage {
    private static final String WHOLE = "check that the file is whole";

    private Damage() {}

    /** What is wrong with bytes; whoever knows the file adds its name. */
    static final class Found extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Found(String what) {
            super(what);
        }
    }

    /** Something that reads. */
    @FunctionalInterface
    interface Reading<T> {
        T read() throws IOException;
    }

    /**
     * Reads.
     *
     * @param where what is read, for errors
     */
    static <T> T in(Path file, String where, Reading<T> reading) {
        try {
            return reading.read();
        } catch (Found e) {
            throw error(file, where, String.valueOf(e.getMessage()), e);
        } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
            throw error(file, where, "it ends too early", e);
        } catch (IOException e) {
            throw error(file, where, String.valueOf(e.getMessage()), e);
        }
    }

    private static UserError error(Path file, String where, String what, Exception cause) {
        return UserError.data(file + " cannot be read, in " + where + ": " + what, WHOLE)
                .because(cause);
    }
}
