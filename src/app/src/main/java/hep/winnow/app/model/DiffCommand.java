package hep.winnow.app.model;

import hep.winnow.app.shell.Session;
import hep.winnow.app.shell.Status;
import hep.winnow.core.model.ModelDifference;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code winnow model diff}: in what two models differ. */
@Command(
        name = "diff",
        description = "Tells in what two model files differ: inputs, settings, numbers, scores. Status 3 if they do.")
final class DiffCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(index = "0", paramLabel = "FILE", description = "A .wnm file.")
    private Path first = Path.of("");

    @Parameters(index = "1", paramLabel = "FILE", description = "Another one.")
    private Path second = Path.of("");

    DiffCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        ModelFiles models = ModelFiles.of(session);
        List<ModelDifference> found = ModelDifference.between(models.read(first), models.read(second));
        PrintStream out = session.terminal().out();
        for (ModelDifference difference : found) {
            out.println(session.terminal().outPaint().bold(difference.what()));
            out.println("  - " + difference.first());
            out.println("  + " + difference.second());
        }
        if (found.isEmpty()) {
            out.println("the same model");
        }
        return found.isEmpty() ? Status.DONE : Status.EXPECTATION;
    }
}
