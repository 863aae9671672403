package hep.winnow.core.script;

import hep.winnow.api.diagnostic.Diagnostic;
import hep.winnow.api.diagnostic.Severity;
import hep.winnow.api.diagnostic.Span;
import hep.winnow.core.Winnow;
import hep.winnow.core.host.MacroException;
import hep.winnow.core.host.Results;
import hep.winnow.core.host.SessionBuilder;
import hep.winnow.core.host.WinnowEngine;
import hep.winnow.core.lang.LineMap;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import javax.script.AbstractScriptEngine;
import javax.script.Bindings;
import javax.script.ScriptContext;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineFactory;
import javax.script.ScriptException;
import javax.script.SimpleBindings;

/**
 * Runs macros for hosts that know script engines alone. What is put into it are params and lets of the macro ({@link ScriptValues}); the run's {@link Results} are what an evaluation returns, and what it
 * leaves as {@code results}, beside its models, fields and histograms by their names.
 *
 * <p>Plugins are loaded with the first macro, and given back by {@link #close}. One evaluation at a time.
 */
public final class WinnowScriptEngine extends AbstractScriptEngine implements AutoCloseable {
    private static final String USUAL_NAME = "script.wn";

    private final ScriptEngineFactory factory;
    private Optional<WinnowEngine> engine = Optional.empty();

    WinnowScriptEngine(ScriptEngineFactory factory) {
        this.factory = factory;
    }

    @Override
    public Object eval(String script, ScriptContext context) throws ScriptException {
        Bindings bindings = context.getBindings(ScriptContext.ENGINE_SCOPE);
        ScriptSettings settings = new ScriptSettings(bindings);
        String name = settings.text(ScriptEngine.FILENAME).orElse(USUAL_NAME);
        SessionBuilder session = engine(settings).session();
        settings.apply(session, name);
        session.values(ScriptValues.in(bindings)).output(text -> write(context.getWriter(), text));
        try {
            Results results = session.build().run(name, script);
            ScriptValues.out(results, bindings);
            return results;
        } catch (MacroException e) {
            throw failure(e, script, name);
        }
    }

    @Override
    public Object eval(Reader reader, ScriptContext context) throws ScriptException {
        StringWriter text = new StringWriter();
        try {
            reader.transferTo(text);
        } catch (IOException e) {
            throw new ScriptException(e);
        }
        return eval(text.toString(), context);
    }

    private static void write(Writer writer, String text) {
        try {
            writer.write(text);
            writer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Tells of the first mistake where it is; the message has all of them. */
    private static ScriptException failure(MacroException e, String script, String name) {
        int line = e.diagnostics().stream()
                .filter(d -> d.severity() == Severity.ERROR)
                .flatMap(d -> place(d, name).stream())
                .findFirst()
                .map(place -> new LineMap(script).line(place.start()))
                .orElse(-1);
        ScriptException failure = new ScriptException(e.getMessage(), name, line);
        failure.initCause(e);
        return failure;
    }

    /** Returns where a mistake stands in the script, or where the script calls the verb of another file in which it does. */
    private static Optional<Span> place(Diagnostic mistake, String name) {
        return Stream.concat(
                        Stream.of(mistake.span()), mistake.callers().stream().map(Diagnostic.Caller::span))
                .filter(s -> s.file().equals(name))
                .findFirst();
    }

    private synchronized WinnowEngine engine(ScriptSettings settings) {
        if (engine.isEmpty()) {
            engine = Optional.of(
                    Winnow.engine(settings.paths(ScriptSettings.PLUGINS).toArray(Path[]::new)));
        }
        return engine.get();
    }

    @Override
    public Bindings createBindings() {
        return new SimpleBindings();
    }

    @Override
    public ScriptEngineFactory getFactory() {
        return factory;
    }

    /** Gives the jars of plugins back; a later macro loads them again. */
    @Override
    public synchronized void close() {
        engine.ifPresent(WinnowEngine::close);
        engine = Optional.empty();
    }
}
