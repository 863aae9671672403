package hep.winnow.app.model;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.graph.Precision;
import hep.winnow.api.learn.ExportOptions;
import hep.winnow.api.learn.InputLayout;
import hep.winnow.api.learn.ModelContract;
import hep.winnow.api.learn.ModelWriter;
import hep.winnow.api.text.Rounding;
import hep.winnow.app.shell.Session;
import hep.winnow.app.shell.Status;
import hep.winnow.core.model.Contracts;
import hep.winnow.core.text.AtomicFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code winnow model export}: a model file in a form that other programs take. */
@Command(
        name = "export",
        description = "Writes a model file for other programs: .onnx, .java or .hpp, as 'export' of a macro does.")
final class ExportCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(index = "0", paramLabel = "FILE", description = "A .wnm file.")
    private Path file = Path.of("");

    @Parameters(index = "1", paramLabel = "TO", description = "What to write; its ending tells the form.")
    private Path to = Path.of("");

    @Option(names = "--name", paramLabel = "NAME", description = "Name of the model. Default: that of FILE.")
    private Optional<String> name = Optional.empty();

    @Option(names = "--layout", paramLabel = "LAYOUT", description = "ONNX: columns or matrix.")
    private Optional<InputLayout> layout = Optional.empty();

    @Option(names = "--type", paramLabel = "TYPE", description = "ONNX: float or double.")
    private Optional<Precision> type = Optional.empty();

    @Option(names = "--package", paramLabel = "NAME", description = "Code: package or namespace.")
    private Optional<String> pack = Optional.empty();

    ExportCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        ModelFiles models = ModelFiles.of(session);
        ExportOptions options = new ExportOptions(layout, type, pack);
        ModelWriter writer = writer(models);
        String target = String.valueOf(to.getFileName());
        for (String given : options.given()) {
            if (!writer.options().contains(given)) {
                throw UserError.macro(
                        "--" + given + " makes no difference to " + writer.ending() + " files", "leave it out");
            }
        }
        writer.refusal(target, options).ifPresent(reason -> {
            throw UserError.macro(reason, "give the file another name");
        });
        ModelContract contract = Contracts.of(name.orElse(ModelFiles.name(file)), models.read(file));
        List<ModelWriter.Written> written = new ArrayList<>();
        AtomicFiles.write(to, path -> written.add(writer.write(path, target, contract, options)));
        written.get(0)
                .warnings()
                .forEach(w -> session.terminal()
                        .err()
                        .println(session.terminal().errPaint().yellow("warning:") + " " + w));
        String check = written.get(0).difference().isPresent()
                ? "scores differ by "
                        + Rounding.shortest(written.get(0).difference().getAsDouble(), 2) + " at most"
                : "its self-test is inside";
        session.terminal().out().println(to + ": " + writer.description() + "; " + check);
        return Status.DONE;
    }

    private ModelWriter writer(ModelFiles models) {
        return models.installation()
                .winnow()
                .vocabulary()
                .modelWriterOf(to.toString())
                .orElseThrow(() -> UserError.macro(
                        "models are not exported as '" + to + "'",
                        "give the file one of these endings: "
                                + models.installation().winnow().vocabulary().modelWriters().stream()
                                        .map(ModelWriter::ending)
                                        .collect(Collectors.joining(", "))));
    }
}
