package hep.winnow.app.model;

import hep.winnow.app.shell.Session;
import hep.winnow.app.shell.Status;
import hep.winnow.core.model.Contracts;
import hep.winnow.core.model.SavedModel;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code winnow model show}: the contract of a model in words. */
@Command(
        name = "show",
        description = "Tells what a model file holds: inputs, rule for missing values, layers, where it comes from.")
final class ShowCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(
            index = "0",
            paramLabel = "FILE",
            description = "A model file: .wnm, or one of another program that plugins read.")
    private Path file = Path.of("");

    @Option(names = "--json", description = "As JSON, for programs.")
    private boolean isJson;

    ShowCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        SavedModel model = ModelFiles.of(session).readAny(file);
        if (isJson) {
            session.terminal().out().println(Contracts.json(ModelFiles.name(file), model));
            return Status.DONE;
        }
        ModelText.of(model, ModelFiles.name(file)).forEach((title, text) -> {
            session.terminal().out().println(session.terminal().outPaint().bold(title));
            text.lines().forEach(l -> session.terminal().out().println(("  " + l).stripTrailing()));
        });
        return Status.DONE;
    }
}
