package hep.winnow.acceptance;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** A checkout in small: our launcher, a program that tells what it was given, and a build that is a script. */
final class House {
    private static final String MAIN = """
            package hep.winnow.app;

            public class Main {
                public static void main(String[] arguments) throws Exception {
                    StandardError.adopt();
                    System.out.println("home [" + System.getProperty("winnow.home") + "]");
                    for (String argument : arguments) {
                        System.out.println("argument [" + argument + "]");
                    }
                    System.out.println("vector " + ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent());
                    System.err.println("told");
                    if (arguments.length > 0 && arguments[0].equals("alternate")) {
                        for (int i = 0; i < 100; i++) {
                            System.out.println("out " + i);
                            System.err.println("err " + i);
                        }
                    }
                    if (arguments.length > 0 && arguments[0].equals("wait")) {
                        Thread.sleep(60_000);
                    }
                    System.exit(3);
                }
            }
            """;

    private static final String REHEARSAL = """
            package hep.winnow.app;

            class Rehearsal {
                public static void main(String[] arguments) {
                    System.exit(0);
                }
            }
            """;

    final Path root;

    /** Builds it in {@code root}, ready to run. */
    House(Path root) throws IOException {
        this.root = root;
        Files.createDirectories(root.resolve("src/app/target/lib"));
        Files.copy(Checkout.ROOT.resolve("winnow"), root.resolve("winnow"));
        makeJar(root.resolve("src/app/target/lib/program.jar"));
    }

    Path launcher() {
        return root.resolve("winnow");
    }

    /** Gives it sources, and a build that runs {@code script}; what is built is up to date. */
    void giveBuild(String script) throws IOException {
        Files.createDirectories(root.resolve("src/core/src/main"));
        Files.writeString(root.resolve("src/core/src/main/Source.java"), "class Source {}");
        Files.writeString(root.resolve("pom.xml"), "<project/>");
        Path build = root.resolve("mvnw");
        Files.writeString(build, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(build, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.writeString(root.resolve("src/app/target/built"), "");
        for (String source : List.of("src/core/src/main", "src/core/src/main/Source.java", "pom.xml")) {
            setAge(root.resolve(source), 60);
        }
        setAge(root.resolve("src/app/target/built"), 30);
    }

    /** Changes a source. */
    void touchSource() throws IOException {
        setAge(root.resolve("src/core/src/main/Source.java"), 0);
    }

    private static void setAge(Path path, long seconds) throws IOException {
        Files.setLastModifiedTime(path, FileTime.fromMillis(System.currentTimeMillis() - 1000 * seconds));
    }

    private void makeJar(Path jar) throws IOException {
        Path main = root.resolve("Main.java");
        Path rehearsal = root.resolve("Rehearsal.java");
        Path app = Modules.folder("app");
        Path classes = root.resolve("classes");
        Files.writeString(main, MAIN);
        Files.writeString(rehearsal, REHEARSAL);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        int failed = compiler.run(
                null,
                null,
                null,
                "-cp",
                app.toString(),
                "-d",
                classes.toString(),
                "-proc:none",
                main.toString(),
                rehearsal.toString());
        if (failed != 0) {
            throw new IllegalStateException("the program does not compile");
        }
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file)) {
            add(out, classes, "hep/winnow/app/Main.class");
            add(out, classes, "hep/winnow/app/Rehearsal.class");
            add(out, app, "hep/winnow/app/StandardError.class");
        }
    }

    private static void add(JarOutputStream out, Path classes, String name) throws IOException {
        out.putNextEntry(new JarEntry(name));
        Files.copy(classes.resolve(name), out);
        out.closeEntry();
    }
}
