package hep.winnow.app.lsp;

import hep.winnow.app.shell.Allowed;
import hep.winnow.app.shell.Installation;
import hep.winnow.app.shell.Session;
import hep.winnow.core.Winnow;
import hep.winnow.core.macro.Given;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.services.LanguageClient;

/**
 * The macros that are open in an editor. Checks run one after the other; of a macro that changes while it waits, the last text alone is checked. Whoever asks gets an answer at once, by what the last check found; only the
 * first check of a macro is waited for.
 */
final class Documents {
    private final Session session;
    private final Mistakes mistakes;
    private final Map<String, Open> open = new ConcurrentHashMap<>();
    private final ExecutorService checks = daemon("winnow-check");
    private final ExecutorService answers = daemon("winnow-answer");
    private final CompletableFuture<LanguageClient> client = new CompletableFuture<>();
    private final CompletableFuture<Installation> installation;

    /** A macro in an editor. */
    private static final class Open {
        private volatile String text;
        private volatile Findings last = Findings.NONE;
        private final CompletableFuture<Boolean> isChecked = new CompletableFuture<>();

        Open(String text) {
            this.text = text;
        }
    }

    Documents(Session session) {
        this.session = session;
        this.mistakes = new Mistakes(session.errorPages());
        this.installation = CompletableFuture.supplyAsync(session::install, checks);
    }

    private static ExecutorService daemon(String name) {
        return Executors.newSingleThreadExecutor(body -> {
            Thread thread = new Thread(body, name);
            thread.setDaemon(true);
            return thread;
        });
    }

    void connect(LanguageClient editor) {
        client.complete(editor);
    }

    void close() {
        checks.shutdownNow();
        answers.shutdownNow();
    }

    Mistakes mistakes() {
        return mistakes;
    }

    /** Takes the text of a macro that is opened. */
    void opened(String uri, String text) {
        open.put(uri, new Open(text));
        check(uri);
    }

    /** Takes the text of a macro that has changed. */
    void changed(String uri, String text) {
        open.computeIfAbsent(uri, u -> new Open(text)).text = text;
        check(uri);
    }

    /** Forgets a macro, and what was wrong with it. */
    void closed(String uri) {
        open.remove(uri);
        client.join().publishDiagnostics(new PublishDiagnosticsParams(uri, List.of()));
    }

    /** Checks all macros again, as after a file that they read has changed. */
    void checkAll() {
        open.keySet().forEach(this::check);
    }

    private void check(String uri) {
        Optional<Open> macro = Optional.ofNullable(open.get(uri));
        macro.ifPresent(m -> {
            String text = m.text;
            checks.execute(() -> {
                if (text.equals(m.text) && open.get(uri) == m) {
                    check(uri, m, text);
                }
            });
        });
    }

    private void check(String uri, Open macro, String text) {
        Place place = Place.of(uri);
        Winnow winnow = installation.join().winnow();
        Given given = Given.nothing()
                .with(session.access(
                        place.folder(), Allowed.NOTHING, place.folder().resolve("out")));
        try {
            macro.last = Findings.of(winnow.check(place.name(), text, place.folder(), given), macro.last);
            Macro checked = new Macro(place, new Text(text), macro.last, winnow);
            client.join().publishDiagnostics(new PublishDiagnosticsParams(uri, mistakes.of(checked)));
        } finally {
            macro.isChecked.complete(true);
        }
    }

    /** Asks something of a macro. */
    <T> CompletableFuture<T> ask(String uri, Function<Macro, T> question) {
        Open macro = open.computeIfAbsent(uri, u -> {
            Open unknown = new Open("");
            unknown.isChecked.complete(true);
            return unknown;
        });
        return macro.isChecked.thenCombineAsync(
                installation,
                (isChecked, installed) ->
                        question.apply(new Macro(Place.of(uri), new Text(macro.text), macro.last, installed.winnow())),
                answers);
    }
}
