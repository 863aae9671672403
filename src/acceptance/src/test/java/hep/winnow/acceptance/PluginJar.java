package hep.winnow.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import hep.winnow.api.Plugin;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** The jar of a plugin, made as the guide says by somebody who has the program and nothing else. */
final class PluginJar {
    private PluginJar() {}

    /**
     * Compiles one file against the api and packs it.
     *
     * @param source the file
     * @param name of the class that implements the plugin
     * @param scratch a folder for what lies between
     * @param folder of the plugin, made; the jar goes into it
     */
    static void make(Path source, String name, Path scratch, Path folder) throws IOException {
        Path classes = Files.createTempDirectory(scratch, "classes");
        String path = Modules.folder("api") + File.pathSeparator + Modules.folder("kernels");
        int failed = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-proc:none", "-cp", path, "-d", classes.toString(), source.toString());
        assertThat(failed).as("the plugin compiles against the api alone").isZero();
        pack(classes, name, Files.createDirectories(folder).resolve("plugin.jar"));
    }

    private static void pack(Path classes, String name, Path jar) throws IOException {
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file);
                Stream<Path> all = Files.walk(classes)) {
            for (Path compiled : all.filter(Files::isRegularFile).sorted().toList()) {
                out.putNextEntry(
                        new JarEntry(classes.relativize(compiled).toString().replace('\\', '/')));
                out.write(Files.readAllBytes(compiled));
            }
            out.putNextEntry(new JarEntry("META-INF/services/" + Plugin.class.getName()));
            out.write((name + "\n").getBytes(StandardCharsets.UTF_8));
        }
    }
}
