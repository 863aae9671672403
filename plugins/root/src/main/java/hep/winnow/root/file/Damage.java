package hep.winnow.root.file;

import hep.winnow.api.diagnostic.UserError;
import java.io.EOFException;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.file.Path;

/** Errors of files, in words for the user. */
public final class Damage {
    private static final String WHOLE = "check that the file is whole, or make it again";

    private Damage() {}

    /** What is wrong with bytes; whoever knows the file adds its name. */
    public static final class Found extends RuntimeException {
        private static final long serialVersionUID = 1L;

        /** Makes one. */
        public Found(String what) {
            super(what, null, false, false);
        }

        /** Makes one of something at an offset of the file. */
        public Found(String what, long offset) {
            this(what + ", at byte " + offset);
        }
    }

    /** What is sound, but of a kind that is not read. */
    public static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        /** Makes one. */
        public Refused(String why) {
            super(why, null, false, false);
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
     * @param object what is read, for errors
     * @throws UserError if the bytes make no sense, or end: with the file and the object
     */
    public static <T> T in(Path file, String object, Reading<T> reading) {
        try {
            return reading.read();
        } catch (Found e) {
            throw error(file, object, String.valueOf(e.getMessage()), e);
        } catch (Refused e) {
            throw UserError.data(file + " holds " + object + ", but " + e.getMessage(), "")
                    .because(e);
        } catch (BufferUnderflowException
                | IndexOutOfBoundsException
                | NegativeArraySizeException
                | ArithmeticException e) {
            throw error(file, object, "it ends too early, or tells a wrong size", e);
        } catch (EOFException e) {
            throw error(file, object, "it ends too early", e);
        } catch (IOException e) {
            throw error(file, object, String.valueOf(e.getMessage()), e);
        }
    }

    private static UserError error(Path file, String object, String what, Exception cause) {
        return UserError.data(file + " cannot be read, in " + object + ": " + what, WHOLE)
                .because(cause);
    }
}
