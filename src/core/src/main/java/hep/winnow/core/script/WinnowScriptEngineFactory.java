package hep.winnow.core.script;

import hep.winnow.core.Winnow;
import hep.winnow.core.expr.Quoting;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineFactory;
import org.jspecify.annotations.Nullable;

/** Makes script engines that run macros: {@code new ScriptEngineManager().getEngineByName("winnow")}. */
public final class WinnowScriptEngineFactory implements ScriptEngineFactory {
    private static final String LANGUAGE = "Winnow";
    private static final String LANGUAGE_VERSION = "1";

    /** Made by the JDK. */
    public WinnowScriptEngineFactory() {}

    @Override
    public String getEngineName() {
        return LANGUAGE;
    }

    @Override
    public String getEngineVersion() {
        return Optional.ofNullable(Winnow.class.getPackage().getImplementationVersion())
                .orElse("development");
    }

    @Override
    public List<String> getExtensions() {
        return List.of("wn");
    }

    @Override
    public List<String> getMimeTypes() {
        return List.of("text/x-winnow");
    }

    @Override
    public List<String> getNames() {
        return List.of("winnow", LANGUAGE);
    }

    @Override
    public String getLanguageName() {
        return LANGUAGE;
    }

    @Override
    public String getLanguageVersion() {
        return LANGUAGE_VERSION;
    }

    @Override
    public @Nullable Object getParameter(String key) {
        Map<String, String> known = Map.of(
                ScriptEngine.ENGINE,
                getEngineName(),
                ScriptEngine.ENGINE_VERSION,
                getEngineVersion(),
                ScriptEngine.LANGUAGE,
                LANGUAGE,
                ScriptEngine.LANGUAGE_VERSION,
                LANGUAGE_VERSION,
                ScriptEngine.NAME,
                "winnow",
                "THREADING",
                "THREAD-ISOLATED");
        return known.get(key);
    }

    /** A macro calls no methods. */
    @Override
    public String getMethodCallSyntax(String object, String method, String... arguments) {
        throw new UnsupportedOperationException("a macro calls no methods");
    }

    @Override
    public String getOutputStatement(String text) {
        return "print " + Quoting.verbatim(text);
    }

    @Override
    public String getProgram(String... statements) {
        return String.join("\n", statements) + "\n";
    }

    @Override
    public ScriptEngine getScriptEngine() {
        return new WinnowScriptEngine(this);
    }
}
