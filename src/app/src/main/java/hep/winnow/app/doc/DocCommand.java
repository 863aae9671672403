package hep.winnow.app.doc;

import hep.winnow.api.diagnostic.UserError;
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
            "  winnow doc epochs        where an option belongs"
        })
public final class DocCommand implements Callable<Integer> {
    private static final int WIDEST = 100;

    private final Session session;

    @Parameters(arity = "0..*", paramLabel = "NAME", description = "A verb, a verb and its kind, or a function.")
    private List<String> words = new ArrayList<>();

    @Option(names = "--markdown", description = "Print the whole reference as Markdown.")
    private boolean isMarkdown;

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
        Manual manual = new Manual(installation);
        session.terminal().out().print(text(manual));
        return Status.DONE;
    }

    private String text(Manual manual) {
        if (isMarkdown) {
            return new Reference(manual).text();
        }
        if (isJson) {
            return Json.write(new CompletionData(manual, session.version()).facts());
        }
        Terminal terminal = session.terminal();
        int columns = Math.min(WIDEST, terminal.looks().columns());
        if (words.isEmpty()) {
            return new Overview(manual, terminal.outPaint(), columns).text();
        }
        String wanted = String.join(" ", words);
        List<String> pages = manual.find(wanted).stream()
                .map(t -> new Page(t, terminal.outPaint(), columns).text())
                .toList();
        if (pages.isEmpty()) {
            pages = manual.mentions(wanted).stream()
                    .map(m -> new Page(m.topic(), terminal.outPaint(), columns).option(m.slot()))
                    .toList();
        }
        if (pages.isEmpty()) {
            String help = manual.nearest(wanted)
                    .map(n -> "did you mean '" + n + "'?")
                    .orElse("'winnow doc' lists all there is");
            throw UserError.data("there is no verb, function or option '" + wanted + "'", help);
        }
        return String.join("\n", pages);
    }
}
