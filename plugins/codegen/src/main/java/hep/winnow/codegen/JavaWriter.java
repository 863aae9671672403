package hep.winnow.codegen;

import hep.winnow.api.learn.ExportOptions;
import hep.winnow.api.learn.ModelContract;
import hep.winnow.api.learn.ModelWriter;
import hep.winnow.api.run.Facts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Writes models as Java classes. */
final class JavaWriter implements ModelWriter {
    @Override
    public String name() {
        return "java";
    }

    @Override
    public String ending() {
        return ".java";
    }

    @Override
    public String description() {
        return "a Java class without dependencies, with its self-test";
    }

    @Override
    public List<String> options() {
        return List.of("package");
    }

    @Override
    public Optional<String> refusal(String file, ExportOptions options) {
        if (!Names.isIdentifier(className(file))) {
            return Optional.of("no Java class can be called '" + className(file) + "': name the file like \"Nn.java\"");
        }
        return options.pack()
                .filter(p -> !List.of(p.split("\\.", -1)).stream().allMatch(Names::isIdentifier))
                .map(p -> "no Java package can be called '" + p + "'");
    }

    @Override
    public Written write(Path path, String file, ModelContract model, ExportOptions options) throws IOException {
        String pack = options.pack().orElse("");
        Files.writeString(path, JavaCode.of(model, className(file), pack));
        return new Written(
                OptionalDouble.empty(),
                new Facts().put("class", className(file)).put("package", pack),
                List.of());
    }

    private static String className(String file) {
        return file.substring(0, file.length() - ".java".length());
    }
}
