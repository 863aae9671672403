package hep.winnow.core.plugin;

import hep.winnow.api.Plugin;
import hep.winnow.api.step.VerbText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/**
 * The plugins of a program: those in folders first, each with a class loader of its own, then those on the class path of the host. What is broken or
 * clashes with an earlier one is left out and told in {@link #problems()}; the rest goes on.
 */
public final class PluginSet implements AutoCloseable {
    private static final int MAX_ERRORS = 100;
    private static final String SERVICE = "META-INF/services/" + Plugin.class.getName();

    private final List<LoadedPlugin> plugins;
    private final List<PluginProblem> problems;
    private final List<PluginClassLoader> loaders;

    private PluginSet(List<LoadedPlugin> plugins, List<PluginProblem> problems, List<PluginClassLoader> loaders) {
        this.plugins = List.copyOf(plugins);
        this.problems = List.copyOf(problems);
        this.loaders = List.copyOf(loaders);
    }

    /**
     * Finds and loads plugins.
     *
     * @param folders folders such as {@code plugins/}: each folder {@code <id>/} in them is a plugin, with its jars directly inside or (in development) in
     *     {@code <id>/target/plugin/}; so is each jar that lies in them, and each folder with files {@code *.wn}, whose {@code def}s are verbs
     * @param host the loader that has the api; the plugins on its class path count too
     */
    public static PluginSet load(List<Path> folders, ClassLoader host) {
        Loading loading = new Loading(host);
        for (Path folder : folders) {
            for (PluginPlaces.Place place : PluginPlaces.find(folder, loading.problems::add)) {
                if (!place.jars().isEmpty()) {
                    loading.place(place);
                }
                if (!place.verbs().isEmpty()) {
                    loading.texts.add(place);
                }
            }
        }
        loading.hostPlugins();
        loading.texts.forEach(loading::texts);
        return new PluginSet(loading.registry.plugins(), loading.problems, loading.loaders);
    }

    /** Returns the plugins, those of folders first, by folder and name. */
    public List<LoadedPlugin> plugins() {
        return plugins;
    }

    /** Returns what was left out. */
    public List<PluginProblem> problems() {
        return problems;
    }

    /** Closes the jars; no plugin may be used from then on. */
    @Override
    public void close() throws IOException {
        for (PluginClassLoader loader : loaders) {
            loader.close();
        }
    }

    private static final class Loading {
        private final ClassLoader host;
        private final PluginRegistry registry = new PluginRegistry();
        private final List<PluginProblem> problems = new ArrayList<>();
        private final List<PluginClassLoader> loaders = new ArrayList<>();
        private final List<PluginPlaces.Place> texts = new ArrayList<>();

        Loading(ClassLoader host) {
            this.host = host;
        }

        void place(PluginPlaces.Place place) {
            PluginClassLoader loader = new PluginClassLoader(place.name(), place.jars(), host);
            loaders.add(loader);
            String where = place.location().toString();
            int before = problems.size();
            int found = providers(loader, where, true);
            if (found == 0 && problems.size() == before) {
                problems.add(new PluginProblem(
                        where,
                        "none of its jars names a plugin in " + SERVICE,
                        "a jar names the class that implements " + Plugin.class.getName() + " in that file"));
            }
        }

        /** Loads the files of verbs of a folder, behind all that have classes: a plugin of the folder's name, or beside one of that name. */
        void texts(PluginPlaces.Place place) {
            boolean isTaken = registry.plugins().stream().anyMatch(p -> p.id().equals(place.name()));
            List<VerbText> texts = new ArrayList<>();
            try {
                for (Path file : place.verbs()) {
                    texts.add(new VerbText(file.toString(), Files.readString(file)));
                }
                String id = isTaken ? place.name() + "-verbs" : place.name();
                registry.add(new TextPlugin(id, texts), place.location().toString());
            } catch (IOException e) {
                problems.add(new PluginProblem(
                        place.location().toString(), "a file of verbs cannot be read: " + e, "it is a text in UTF-8"));
            } catch (PluginRegistry.Refused refused) {
                problems.add(refused.problem());
            } catch (IllegalArgumentException e) {
                problems.add(new PluginProblem(
                        place.location().toString(), String.valueOf(e.getMessage()), "mend it, or remove the file"));
            }
        }

        void hostPlugins() {
            providers(host, "class path", false);
        }

        /** Loads the providers of a loader, or those that are its own; returns how many there are, good or bad. */
        private int providers(ClassLoader loader, String where, boolean onlyOwn) {
            Iterator<ServiceLoader.Provider<Plugin>> providers =
                    ServiceLoader.load(Plugin.class, loader).stream().iterator();
            int found = 0;
            for (int errors = 0; errors < MAX_ERRORS; ) {
                try {
                    if (!providers.hasNext()) {
                        break;
                    }
                    ServiceLoader.Provider<Plugin> provider = providers.next();
                    if (!onlyOwn || provider.type().getClassLoader() == loader) {
                        found++;
                        register(provider, onlyOwn ? where : PluginRegistry.origin(provider.type()));
                    }
                } catch (ServiceConfigurationError | LinkageError e) {
                    errors++;
                    problems.add(PluginRegistry.problem(where, e));
                }
            }
            return found;
        }

        private void register(ServiceLoader.Provider<Plugin> provider, String where) {
            try {
                registry.add(provider.get(), where);
            } catch (PluginRegistry.Refused refused) {
                problems.add(refused.problem());
            } catch (ServiceConfigurationError | LinkageError | RuntimeException e) {
                problems.add(PluginRegistry.problem(where, e));
            }
        }
    }
}
