package hep.winnow.core.run;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.learn.Checkpoints;
import hep.winnow.core.access.FileAccess;
import hep.winnow.core.text.AtomicFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Checkpoints as files, one per name.
 *
 * @param folder of this model alone
 * @param resumes whether earlier ones are to be read
 * @param access which files may be touched
 */
record FileCheckpoints(Path folder, boolean resumes, FileAccess access) implements Checkpoints {
    @Override
    public Optional<byte[]> load(String name) {
        Path file = file(name);
        if (!resumes || !Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            access.checkRead(file);
            return Optional.of(Files.readAllBytes(file));
        } catch (IOException e) {
            throw UserError.data(
                            "cannot read the checkpoint '" + file + "': " + e.getMessage(),
                            "delete it, or run without --resume")
                    .because(e);
        }
    }

    @Override
    public void save(String name, byte[] bytes) {
        access.checkWrite(file(name));
        AtomicFiles.write(file(name), path -> Files.write(path, bytes));
    }

    @Override
    public String place(String name) {
        return file(name).toString();
    }

    private Path file(String name) {
        return folder.resolve(name + ".ckpt");
    }
}
