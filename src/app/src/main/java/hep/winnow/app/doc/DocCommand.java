package hep.winnow.app.doc;

import hep.winnow.app.shell.Installation;
import hep.winnow.app.shell.Session;
import hep.winnow.app.shell.Status;
import hep.winnow.app.shell.Terminal;
import hep.winnow.core.text.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code winnow doc}: what verbs and functions do, made of their schemas. */
@Command(
        name = "doc",
        description = "Tells what a verb or function does, with all its options.",
        footer = {
            "",
            "Examples:",
            "  winnow doc               all verbs and functions, by plugin",
            "  winnow doc roc           one of them",
            "  winnow doc train mlp     one kind of a verb that has several",
            "  winnow doc delta_phi     a function",
            "  winnow doc epochs        where an option belongs",
            "  winnow doc E104          what an error or a warning means"
        })
public final class DocCommand implements Callable<Integer> {
    private static final int WIDEST = 100;

    private final Session session;

    @Parameters(arity = "0..*", paramLabel = "NAME", description = "A verb, a verb and its kind, or a function.")
    private List<String> words = new ArrayList<>();

    @Option(names = "--markdown", description = "Print the whole reference as Markdown.")
    private boolean isMarkdown;

    @Option(names = "--codes", description = "Print all codes of errors and warnings as Markdown.")
    private boolean isCodes;

    @Option(names = "--json", description = "Print everything as JSON, for editors that complete.")
    private boolean isJson;

    /** Makes the command. */
    public DocCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Installation installation = session.install();
        installation.warn(session.terminal());
        session.terminal().out().print(text(installation));
        return Status.DONE;
    }

    private String text(Installation installation) {
        if (isMarkdown) {
            return new Reference(new Manual(installation)).text();
        }
        if (isCodes) {
            return CodePages.read().markdown();
        }
        if (isJson) {
            return Json.write(new CompletionData(new Manual(installation), session.version()).facts());
        }
        Terminal terminal = session.terminal();
        int columns = Math.min(WIDEST, terminal.looks().columns());
        Lookup lookup = new Lookup(installation, terminal.outPaint(), columns);
        return words.isEmpty() ? lookup.overview() : lookup.pages(String.join(" ", words));
    }
}
