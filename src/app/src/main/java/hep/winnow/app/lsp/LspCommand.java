package hep.winnow.app.lsp;

import hep.winnow.app.shell.Session;
import hep.winnow.app.shell.Status;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code winnow lsp}: the language server of editors. */
@Command(
        name = "lsp",
        description = "Helps editors: speaks the language server protocol on standard input and output.",
        footer = {
            "",
            "Mistakes as one types, completion, explanations, and where a name is declared.",
            "src/docs/editors.md tells how VS Code, Neovim, Emacs and Kate start it."
        })
public final class LspCommand implements Callable<Integer> {
    private final Session session;

    /** Makes the command. */
    public LspCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws InterruptedException {
        new MacroServer(session).serve(System.in, System.out);
        return Status.DONE;
    }
}
