package hep.winnow.text.arff;

import hep.winnow.api.event.EventSource;
import java.nio.file.Path;

/** Opens files for tests of other packages. */
public final class ArffFiles {
    private ArffFiles() {}

    /** Opens one. */
    public static EventSource open(Path file) {
        return ArffSource.open(file);
    }
}
