package hep.winnow.app.model;

import hep.winnow.app.shell.Installation;
import hep.winnow.app.shell.Session;
import hep.winnow.core.model.ImportedFile;
import hep.winnow.core.model.InputSpec;
import hep.winnow.core.model.ModelFile;
import hep.winnow.core.model.SavedModel;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

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

    /** Reads a model file of any program. One of another program has the inputs that its file tells, those that it does not tell without a formula, and no self-test. */
    SavedModel readAny(Path file) {
        hep.winnow.core.model.ModelFiles.Opened opened =
                installation.winnow().modelFiles().open(file);
        if (opened instanceof hep.winnow.core.model.ModelFiles.Own own) {
            return own.model();
        }
        ImportedFile imported = ((hep.winnow.core.model.ModelFiles.Foreign) opened).file();
        List<InputSpec> inputs = imported.model().inputs().stream()
                .map(i -> new InputSpec(i.name(), i.expression(), i.unit(), List.of(), Map.of()))
                .toList();
        return imported.with(inputs, ImportedFile.Choice.NONE).withTest(List.of());
    }

    /** Returns the name that a model has by its file: {@code nn} of {@code out/nn.wnm}. */
    static String name(Path file) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
