package hep.winnow.api.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** How much a step may hold in memory of what grows with the number of events, and where it puts the rest. */
public interface Scratch {
    /** Returns how many bytes may be held at once. It depends on the macro and the heap alone, so that what is decided by it is decided alike in each run. */
    long memory();

    /** Opens an empty file to write and to read. It is gone when it is closed, or when the process ends, however it ends. */
    FileChannel open();

    /** Returns one of half the heap and the system's folder of temporary files, for a step that runs outside of a macro. */
    static Scratch ofSystem() {
        return new Scratch() {
            @Override
            public long memory() {
                return Runtime.getRuntime().maxMemory() / 2;
            }

            @Override
            public FileChannel open() {
                try {
                    return Scratch.open(Path.of(System.getProperty("java.io.tmpdir")));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        };
    }

    /** Opens such a file in a folder, which must be there. */
    static FileChannel open(Path folder) throws IOException {
        Path path = Files.createTempFile(folder, ".winnow-", ".spill");
        return FileChannel.open(
                path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
    }
}
