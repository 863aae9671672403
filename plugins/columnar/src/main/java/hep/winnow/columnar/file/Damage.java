package hep.winnow.columnar.file;

import hep.winnow.api.diagnostic.UserError;
import java.io.EOFException;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.file.Path;

/** Errors of files, in words for the user. */
public final class Damage {
    private static final String WHOLE = "check that the file is whole";

    private Damage() {}

    /** What is wrong with bytes; whoever knows the file adds its name. */
    public static final class Found extends RuntimeException {
        private static final long serialVersionUID = 1L;

        /** Makes one. */
        public Found(String what) {
            super(what);
        }
    }

    /** Something that reads. */
    @FunctionalInterface
    public interface Reading<T> {
        /** Reads. */
        T read() throws IOException;
    }

    /**
     * Reads.
     *
     * @param where what is read, for errors
     */
    public static <T> T in(Path file, String where, Reading<T> reading) {
        try {
            return reading.read();
        } catch (Found e) {
            throw error(file, where, String.valueOf(e.getMessage()), e);
        } catch (BufferUnderflowException | IndexOutOfBoundsException | ArithmeticException e) {
            throw error(file, where, "it ends too early, or tells a wrong size", e);
        } catch (EOFException e) {
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
