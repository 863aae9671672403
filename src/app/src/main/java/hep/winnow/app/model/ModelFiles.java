package hep.winnow.app.model;

import hep.winnow.app.shell.Installation;
import hep.winnow.app.shell.Session;
import hep.winnow.core.model.ModelFile;
import hep.winnow.core.model.SavedModel;
import java.nio.file.Path;

/** Reads model files for a command. */
final class ModelFiles {
    private final Installation installation;

    private ModelFiles(Installation installation) {
        this.installation = installation;
    }

    static ModelFiles of(Session session) {
        Installation installation = session.install();
        installation.warn(session.terminal());
        return new ModelFiles(installation);
    }

    Installation installation() {
        return installation;
    }

    /** Reads a model, and checks its self-test. */
    SavedModel read(Path file) {
        return ModelFile.read(file, installation.winnow()::modelReader);
    }

    /** Returns the name that a model has by its file: {@code nn} of {@code out/nn.wnm}. */
    static String name(Path file) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
