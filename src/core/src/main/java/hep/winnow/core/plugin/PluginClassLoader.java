package hep.winnow.core.plugin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Loads the classes of one plugin: from its own jars, but for the JDK and what the program and all plugins share ({@code hep.winnow.api},
 * {@code hep.winnow.kernels}, JSpecify). So each plugin may bring its own version of a library, and sees neither the core nor the host.
 */
final class PluginClassLoader extends URLClassLoader {
    private static final List<String> SHARED = List.of("hep.winnow.api.", "hep.winnow.kernels.", "org.jspecify.");
    private static final List<String> JDK = List.of("java.", "jdk.");

    static {
        registerAsParallelCapable();
    }

    private final ClassLoader host;

    PluginClassLoader(String id, List<Path> jars, ClassLoader host) {
        super("plugin " + id, jars.stream().map(PluginClassLoader::url).toArray(URL[]::new), host);
        this.host = host;
    }

    private static URL url(Path jar) {
        try {
            return jar.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            if (loaded == null) {
                loaded = isOf(SHARED, name) || isOf(JDK, name) ? host.loadClass(name) : findOwn(name);
            }
            if (resolve) {
                resolveClass(loaded);
            }
            return loaded;
        }
    }

    /** Finds a class that is not shared: the JDK's (such as {@code javax.swing} or {@code org.w3c.dom}), else one of the plugin's jars. */
    private Class<?> findOwn(String name) throws ClassNotFoundException {
        try {
            return ClassLoader.getPlatformClassLoader().loadClass(name);
        } catch (ClassNotFoundException notOfTheJdk) {
            return findClass(name);
        }
    }

    private static boolean isOf(List<String> packages, String name) {
        return packages.stream().anyMatch(name::startsWith);
    }

    @Override
    public @Nullable URL getResource(String name) {
        URL own = findResource(name);
        return own == null && isShared(name) ? host.getResource(name) : own;
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        Enumeration<URL> own = findResources(name);
        return own.hasMoreElements() || !isShared(name)
                ? own
                : Collections.enumeration(Collections.list(host.getResources(name)));
    }

    private static boolean isShared(String resource) {
        String name = resource.replace('/', '.');
        return isOf(SHARED, name) || isOf(JDK, name);
    }
}
