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

/** Writes models as C++ headers. */
final class CppWriter implements ModelWriter {
    @Override
    public String name() {
        return "cpp";
    }

    @Override
    public String ending() {
        return ".hpp";
    }

    @Override
    public String description() {
        return "a C++17 header without dependencies, with its self-test";
    }

    @Override
    public List<String> options() {
        return List.of("package");
    }

    @Override
    public Optional<String> refusal(String file, ExportOptions options) {
        return options.pack()
                .filter(p -> !List.of(p.split("\\.|::", -1)).stream().allMatch(Names::isIdentifier))
                .map(p -> "no C++ namespace can be called '" + p + "'");
    }

    @Override
    public Written write(Path path, String file, ModelContract model, ExportOptions options) throws IOException {
        String space = options.pack()
                .map(p -> p.replace(".", "::"))
                .orElse(Names.identifier(file.substring(0, file.length() - ".hpp".length())));
        Files.writeString(path, CppCode.of(model, space));
        return new Written(OptionalDouble.empty(), new Facts().put("namespace", space), List.of());
    }
}
