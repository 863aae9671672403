package hep.winnow.core.access;

import hep.winnow.api.diagnostic.UserError;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells whether what a macro writes may be written, and is not what it reads. */
public final class Outputs {
    private final FileAccess access;
    private final Set<Path> inputs;

    /**
     * Makes one for a run.
     *
     * @param access which files may be written
     * @param inputs all files that the macro reads
     */
    public Outputs(FileAccess access, Collection<Path> inputs) {
        this.access = access;
        this.inputs = inputs.stream().flatMap(i -> real(i).stream()).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Makes sure that a file may be written.
     *
     * @throws AccessError if not
     */
    public void check(Path target) {
        access.checkWrite(target);
    }

    /** Returns what is wrong with writing a file that the macro reads; empty for any other. */
    public Optional<UserError> overwriting(Path target) {
        return real(target)
                .filter(inputs::contains)
                .map(file -> UserError.macro(
                        "'" + target + "' is a file that the macro reads, and would write over",
                        "give what is written another name"));
    }

    private static Optional<Path> real(Path file) {
        try {
            return Optional.of(RealPaths.of(file));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
