package hep.winnow.core.host;

import hep.winnow.api.Plugin;
import hep.winnow.core.Winnow;
import hep.winnow.core.plugin.LoadedPlugin;
import hep.winnow.core.plugin.PluginProblem;
import hep.winnow.core.plugin.PluginSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Winnow with its plugins: one for a whole program. Immutable, and safe for several threads; each run has a {@link Session} of its own.
 *
 * <p>To close it gives the jars of plugins back; no session may run then.
 */
public final class WinnowEngine implements AutoCloseable {
    private final PluginSet plugins;
    private final Winnow winnow;

    private WinnowEngine(PluginSet plugins) {
        this.plugins = plugins;
        List<Plugin> bare = plugins.plugins().stream().map(LoadedPlugin::plugin).toList();
        this.winnow = new Winnow(bare);
    }

    /**
     * Makes an engine.
     *
     * @param folders with plugins, as {@code plugins/} of Winnow is one
     * @param host loader of the program, which has Winnow's api; the plugins on its class path count too
     */
    public static WinnowEngine of(List<Path> folders, ClassLoader host) {
        return new WinnowEngine(PluginSet.load(folders, host));
    }

    /** Returns the plugins that work. */
    public List<LoadedPlugin> plugins() {
        return plugins.plugins();
    }

    /** Returns what is wrong with those that do not. */
    public List<PluginProblem> problems() {
        return plugins.problems();
    }

    /** Returns the framework itself. */
    public Winnow winnow() {
        return winnow;
    }

    /** Begins to describe a session. */
    public SessionBuilder session() {
        return new SessionBuilder(winnow);
    }

    @Override
    public void close() {
        try {
            plugins.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
