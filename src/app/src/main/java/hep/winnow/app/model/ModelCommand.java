package hep.winnow.app.model;

import hep.winnow.app.shell.Session;
import hep.winnow.app.shell.Status;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code winnow model}: looks at model files. */
@Command(
        name = "model",
        description = "Shows, verifies, compares and exports model files.",
        footer = {
            "",
            "Examples:",
            "  winnow model show out/higgs/nn.wnm",
            "  winnow model verify models/*.wnm       status 2 if one does not score as it did",
            "  winnow model diff old.wnm new.wnm      status 3 if they differ",
            "  winnow model export nn.wnm nn.onnx"
        })
public final class ModelCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Returns the command with its subcommands. */
    public static CommandLine of(Session session) {
        return new CommandLine(new ModelCommand())
                .addSubcommand(new ShowCommand(session))
                .addSubcommand(new VerifyCommand(session))
                .addSubcommand(new DiffCommand(session))
                .addSubcommand(new ExportCommand(session));
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getOut());
        return Status.DONE;
    }
}
