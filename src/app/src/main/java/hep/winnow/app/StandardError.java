package hep.winnow.app;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.UnsupportedEncodingException;

/**
 * The standard error that the launcher kept aside.
 *
 * <p>The JVM announces the vector module on its standard error before any of our code runs. The launcher leads that
 * stream through a filter and keeps the true one open under another number, so that what the program itself says is
 * written at once, in order with its standard output, and to the terminal where there is one.
 */
final class StandardError {
    private StandardError() {}

    /** Makes the launcher's stream {@code System.err}; without a launcher, or where that fails, all stays as it is. */
    static void adopt() {
        Integer number = Integer.getInteger("winnow.stderr");
        if (number == null) {
            return;
        }
        try {
            // By its path (/dev/fd/3) a file would be opened a second time, with an offset of its own: lines would be
            // lost where others write to it too. Java makes a descriptor of a number only by this constructor.
            var descriptor = FileDescriptor.class.getDeclaredConstructor(int.class);
            descriptor.setAccessible(true);
            var stream = new FileOutputStream(descriptor.newInstance(number));
            System.setErr(new PrintStream(stream, true, System.getProperty("native.encoding", "UTF-8")));
        } catch (ReflectiveOperationException | RuntimeException | UnsupportedEncodingException e) {
            // The filtered stream serves as well.
        }
    }
}
