package hep.winnow.app.shell;

import hep.winnow.api.Plugin;
import hep.winnow.api.diagnostic.UserError;
import hep.winnow.core.Winnow;
import hep.winnow.core.plugin.LoadedPlugin;
import hep.winnow.core.plugin.PluginProblem;
import hep.winnow.core.plugin.PluginSet;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Winnow with the plugins that are at hand and fit together.
 *
 * @param winnow the framework
 * @param plugins that work, in the order in which they were found
 * @param problems what was left out
 */
public record Installation(Winnow winnow, List<LoadedPlugin> plugins, List<PluginProblem> problems) {
    public Installation {
        plugins = List.copyOf(plugins);
        problems = List.copyOf(problems);
    }

    /** Loads the plugins of some folders and of the class path. */
    public static Installation load(List<Path> folders) {
        PluginSet set = PluginSet.load(folders, Installation.class.getClassLoader());
        try {
            return new Installation(winnow(set.plugins()), set.plugins(), set.problems());
        } catch (IllegalArgumentException | LinkageError | UserError e) {
            return oneByOne(set);
        }
    }

    /** Leaves out what breaks the framework: a step that is no step, a verb that is taken. */
    private static Installation oneByOne(PluginSet set) {
        List<LoadedPlugin> good = new ArrayList<>();
        List<PluginProblem> problems = new ArrayList<>(set.problems());
        Winnow winnow = winnow(good);
        for (LoadedPlugin plugin : set.plugins()) {
            good.add(plugin);
            try {
                winnow = winnow(good);
            } catch (IllegalArgumentException | LinkageError | UserError e) {
                good.remove(good.size() - 1);
                String reason = "plugin '" + plugin.id() + "': " + e.getMessage();
                problems.add(new PluginProblem(plugin.location(), reason, "its author has to mend it"));
            }
        }
        return new Installation(winnow, good, problems);
    }

    private static Winnow winnow(List<LoadedPlugin> plugins) {
        List<Plugin> bare = plugins.stream().map(LoadedPlugin::plugin).toList();
        return new Winnow(bare);
    }

    /** Says what was left out; called once by each command that works without it. */
    public void warn(Terminal terminal) {
        Paint paint = terminal.errPaint();
        for (PluginProblem problem : problems) {
            terminal.err()
                    .println(paint.yellow("warning:") + " a plugin was left out: " + problem.reason() + " ("
                            + problem.where() + ")");
            if (!problem.help().isEmpty()) {
                terminal.err().println("   " + paint.cyan("help:") + " " + problem.help());
            }
        }
    }
}
