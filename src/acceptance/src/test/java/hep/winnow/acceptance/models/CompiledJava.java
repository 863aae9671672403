package hep.winnow.acceptance.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Models as Java, compiled in this JVM with all warnings on. */
final class CompiledJava implements AutoCloseable {
    private final URLClassLoader loader;

    private CompiledJava(URLClassLoader loader) {
        this.loader = loader;
    }

    static CompiledJava of(Path folder, Collection<String> names) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter told = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, StandardCharsets.US_ASCII)) {
            boolean isDone = compiler.getTask(
                            told,
                            files,
                            null,
                            List.of("-Xlint:all", "-Werror", "-proc:none", "--release", "17", "-d", folder.toString()),
                            null,
                            files.getJavaFileObjectsFromPaths(names.stream()
                                    .map(n -> folder.resolve(n + ".java"))
                                    .toList()))
                    .call();
            assertThat(isDone).as(told.toString()).isTrue();
        }
        return new CompiledJava(new URLClassLoader(new URL[] {folder.toUri().toURL()}));
    }

    List<double[]> score(String name, double[][] events) throws ReflectiveOperationException {
        var method = loader.loadClass(name).getMethod("scores", double[].class);
        List<double[]> out = new ArrayList<>();
        for (double[] event : events) {
            out.add((double[]) method.invoke(null, event));
        }
        return out;
    }

    double selfTest(String name) throws ReflectiveOperationException {
        return (double) loader.loadClass(name).getMethod("selfTest").invoke(null);
    }

    @Override
    public void close() throws IOException {
        loader.close();
    }
}
