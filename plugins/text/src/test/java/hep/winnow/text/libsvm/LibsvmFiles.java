package hep.winnow.text.libsvm;

import hep.winnow.api.event.EventSource;
import java.nio.file.Path;
import java.util.List;

/** Opens files for tests of other packages. */
public final class LibsvmFiles {
    private LibsvmFiles() {}

    /** Opens one. */
    public static EventSource open(Path file) {
        return new LibsvmSource(file, Survey.of(List.of(file), 0));
    }
}
