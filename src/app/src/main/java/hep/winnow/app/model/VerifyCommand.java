package hep.winnow.app.model;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.app.shell.Complaint;
import hep.winnow.app.shell.Session;
import hep.winnow.app.shell.Status;
import hep.winnow.app.shell.Words;
import hep.winnow.core.model.SavedModel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code winnow model verify}: does a model score as it did when it was written? */
@Command(
        name = "verify",
        description =
                "Checks checksums of model files, and that their self-test events score now as they did when they were written, bit by bit.")
final class VerifyCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(index = "0..*", arity = "1..*", paramLabel = "FILE", description = ".wnm files.")
    private List<Path> files = new ArrayList<>();

    VerifyCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        ModelFiles models = ModelFiles.of(session);
        int status = Status.DONE;
        for (Path file : files) {
            try {
                SavedModel model = models.read(file);
                session.terminal()
                        .out()
                        .println(file + ": " + session.terminal().outPaint().green("good") + ", " + model.learner()
                                + ", " + Words.count(model.test().size(), "event") + " score as they did");
            } catch (UserError e) {
                status = Complaint.of(e).print(session.terminal());
            }
        }
        return status;
    }
}
