package hep.winnow.core.plugin;

import hep.winnow.api.Plugin;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Compiles sources into a jar, as a third party would. */
final class PluginJar {
    private final Map<String, String> sources = new LinkedHashMap<>();
    private final List<String> providers = new ArrayList<>();
    private final List<String> dropped = new ArrayList<>();
    private Optional<String> version = Optional.empty();

    PluginJar source(String className, String text) {
        sources.put(className, text);
        return this;
    }

    PluginJar provider(String className) {
        providers.add(className);
        return this;
    }

    /** Leaves a class out of the jar. */
    PluginJar without(String className) {
        dropped.add(className);
        return this;
    }

    PluginJar version(String text) {
        version = Optional.of(text);
        return this;
    }

    Path write(Path jar) throws IOException {
        Path classes = Files.createTempDirectory("classes");
        compile(classes);
        Files.createDirectories(jar.getParent());
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        version.ifPresent(v -> manifest.getMainAttributes().put(Attributes.Name.IMPLEMENTATION_VERSION, v));
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream zip = new JarOutputStream(out, manifest);
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                String name = classes.relativize(file).toString().replace('\\', '/');
                if (dropped.stream().noneMatch(d -> name.equals(d.replace('.', '/') + ".class"))) {
                    zip.putNextEntry(new JarEntry(name));
                    zip.write(Files.readAllBytes(file));
                }
            }
            if (!providers.isEmpty()) {
                zip.putNextEntry(new JarEntry("META-INF/services/hep.winnow.api.Plugin"));
                zip.write(String.join("\n", providers).getBytes(StandardCharsets.UTF_8));
            }
        }
        delete(classes);
        return jar;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private void compile(Path classes) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<JavaFileObject> units = new ArrayList<>();
        sources.forEach((name, text) -> units.add(new Source(name, text)));
        StringWriter log = new StringWriter();
        List<String> options = List.of("-proc:none", "-d", classes.toString(), "-cp", api().toString());
        boolean isDone = compiler.getTask(log, null, null, options, null, units).call();
        if (!isDone) {
            throw new IllegalArgumentException(log.toString());
        }
    }

    private static Path api() {
        try {
            return Path.of(Plugin.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String className, String text) {
            super(URI.create("string:///" + className.replace('.', '/') + ".java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
