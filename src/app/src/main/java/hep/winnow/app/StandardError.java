package hep.winnow.app;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;

/**
 * The standard error that the launcher kept aside.
 *
 * <p>The JVM announces the vector module on its standard error before any of our code runs. The launcher leads that
 * stream through a filter and keeps the true one open under another number, so that what the program itself says is
 * written at once, in order with its standard output, and to the terminal where there is one.
 */
final class StandardError {
    private StandardError() {}

    /** Makes the launcher's stream {@code System.err}, for what the JVM itself tells of threads that died. */
    static void adopt() {
        System.setErr(new PrintStream(stream(), true, Charset.defaultCharset()));
    }

    /** Returns the launcher's stream; without a launcher, or where that fails, the process's own. */
    static FileOutputStream stream() {
        Integer number = Integer.getInteger("winnow.stderr");
        if (number == null) {
            return new FileOutputStream(FileDescriptor.err);
        }
        try {
            // By its path (/dev/fd/3) a file would be opened a second time, with an offset of its own: lines would be
            // lost where others write to it too. Java makes a descriptor of a number only by this constructor.
            var descriptor = FileDescriptor.class.getDeclaredConstructor(int.class);
            descriptor.setAccessible(true);
            return new FileOutputStream(descriptor.newInstance(number));
        } catch (ReflectiveOperationException | RuntimeException e) {
            // The filtered stream serves as well.
            return new FileOutputStream(FileDescriptor.err);
        }
    }
}
