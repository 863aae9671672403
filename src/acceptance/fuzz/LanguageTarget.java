import hep.winnow.api.Plugin;
import hep.winnow.api.diagnostic.Severity;
import hep.winnow.api.diagnostic.Span;
import hep.winnow.core.Winnow;
import hep.winnow.core.access.FileAccess;
import hep.winnow.core.assist.Assist;
import hep.winnow.core.assist.Completions;
import hep.winnow.core.assist.Highlight;
import hep.winnow.core.assist.Hints;
import hep.winnow.core.assist.Hover;
import hep.winnow.core.lang.DiagnosticPrinter;
import hep.winnow.core.lang.Formatter;
import hep.winnow.core.lang.MacroFile;
import hep.winnow.core.lang.Parser;
import hep.winnow.core.macro.Given;
import hep.winnow.core.plugin.LoadedPlugin;
import hep.winnow.core.plugin.PluginSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Any bytes as a macro: a program, or errors that can be shown, and help at any place. Formatting it changes no meaning, and doing it again changes nothing. Files are read in a folder of its own alone.
 */
public final class LanguageTarget {
    private static final Path FOLDER = folder();
    private static final Winnow WINNOW = winnow();
    private static final Given GIVEN = Given.nothing().with(FileAccess.none().reading(FOLDER));

    private LanguageTarget() {}

    private static Path folder() {
        try {
            Path folder = Files.createTempDirectory("winnow-fuzz-");
            Files.writeString(folder.resolve("a.csv"), "x,y,n,w\n1,2,3,0.5\n2,3,4,-0.5\n");
            Files.writeString(folder.resolve("a.wn"), "define included = 2\n");
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Winnow winnow() {
        List<Plugin> plugins = PluginSet.load(List.of(), Plugin.class.getClassLoader()).plugins().stream()
                .map(LoadedPlugin::plugin)
                .toList();
        return new Winnow(plugins);
    }

    /** Loads what is fuzzed, before Jazzer begins to look at the clock. */
    public static void fuzzerInitialize() {
        fuzzerTestOneInput(new byte[0]);
    }

    /** Takes one input; what it throws is a finding. */
    public static void fuzzerTestOneInput(byte[] data) {
        String text = new String(data, StandardCharsets.UTF_8);
        format(text);
        Winnow.Checked checked = WINNOW.check("m.wn", text, FOLDER, GIVEN);
        boolean isSound = checked.diagnostics().stream().noneMatch(d -> d.severity() == Severity.ERROR);
        require(isSound == checked.program().isPresent(), "errors and a program, or neither");
        new DiagnosticPrinter(checked.texts(), false).print(checked.diagnostics());
        Assist assist = Assist.of(WINNOW, checked.names(), FOLDER);
        int at = text.isEmpty() ? 0 : Math.floorMod(text.hashCode(), text.length() + 1);
        Completions.at(text, at, assist);
        Hover.at(text, at, assist);
        Hints.at(text, at, assist);
        Hints.call(text, at, assist);
        Highlight.of(text);
    }

    private static void format(String text) {
        String formatted = Formatter.format(text);
        require(Formatter.format(formatted).equals(formatted), "formatted again it is another text");
        MacroFile file = Parser.parse("m.wn", text);
        if (file.diagnostics().isEmpty()) {
            MacroFile again = Parser.parse("m.wn", formatted);
            require(again.diagnostics().isEmpty(), "formatted it has mistakes");
            require(told(again.statements()).equals(told(file.statements())), "formatted it means something else");
        }
    }

    /** Writes a tree without its places. */
    private static String told(Object part) {
        if (part instanceof Span) {
            return "";
        }
        if (part instanceof Optional<?> optional) {
            return optional.map(LanguageTarget::told).orElse("-");
        }
        StringBuilder out = new StringBuilder();
        if (part instanceof List<?> list) {
            list.forEach(p -> out.append(told(p)).append(' '));
            return "[" + out + "]";
        }
        if (!(part instanceof Record)) {
            return String.valueOf(part);
        }
        try {
            for (RecordComponent component : part.getClass().getRecordComponents()) {
                out.append(told(component.getAccessor().invoke(part))).append(' ');
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
        return part.getClass().getSimpleName() + "(" + out + ")";
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalStateException(what);
        }
    }
}
