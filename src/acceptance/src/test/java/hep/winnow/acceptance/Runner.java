package hep.winnow.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import hep.winnow.api.Plugin;
import hep.winnow.api.run.Facts;
import hep.winnow.api.run.RunRecord;
import hep.winnow.core.Winnow;
import hep.winnow.core.plugin.LoadedPlugin;
import hep.winnow.core.plugin.PluginSet;
import hep.winnow.core.run.RunListener;
import hep.winnow.core.run.RunOptions;
import hep.winnow.core.run.RunResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Checks and runs macros in this JVM, with all plugins. */
final class Runner implements AutoCloseable {
    private final PluginSet plugins = PluginSet.load(List.of(), Plugin.class.getClassLoader());
    private final Winnow winnow =
            new Winnow(plugins.plugins().stream().map(LoadedPlugin::plugin).toList());

    /** Returns the framework with all plugins. */
    Winnow winnow() {
        return winnow;
    }

    /**
     * Runs a macro of the checkout, which must have no mistake.
     *
     * @param macro its file, relative to the checkout
     * @param params by name
     * @param out folder for what it writes
     */
    RunResult run(String macro, Map<String, String> params, Path out) {
        Path file = Checkout.ROOT.resolve(macro);
        return run(check(macro, text(file), file.resolveSibling("."), params), out, 2);
    }

    /** Checks the text of a macro, whose paths are relative to {@code folder}. */
    Winnow.Checked check(String name, String text, Path folder, Map<String, String> params) {
        return winnow.check(name, text, folder, params);
    }

    /** Runs a macro that was checked, and must have no mistake. */
    RunResult run(Winnow.Checked checked, Path out, int threads) {
        assertThat(checked.diagnostics()).isEmpty();
        return winnow.run(checked.program().orElseThrow(), new RunOptions(out, threads, "test"), RunListener.SILENT);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns what the statements of a verb found, in the order of the macro. */
    static List<Facts> results(RunResult result, String verb) {
        Stream<RunRecord.Statement> statements =
                result.record().statements().stream().filter(s -> s.verb().equals(verb));
        return statements.flatMap(s -> s.results().stream()).toList();
    }

    @Override
    public void close() throws IOException {
        plugins.close();
    }
}
