package hep.winnow.acceptance.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** Models as C++, compiled into one program by g++ with all warnings on. Skipped where there is no g++. */
final class CompiledCpp {
    private final Path folder;
    private final Path program;

    private CompiledCpp(Path folder, Path program) {
        this.folder = folder;
        this.program = program;
    }

    static CompiledCpp of(Path folder, Collection<String> names) throws IOException, InterruptedException {
        assumeThat(hasCompiler()).as("g++ is needed to compile exported C++").isTrue();
        StringBuilder source = new StringBuilder("#include <cstdlib>\n#include <cstring>\n");
        names.forEach(n -> source.append("#include \"").append(n).append(".hpp\"\n"));
        source.append("""
                template <std::size_t N, class Score>
                int run(const char* file, Score score) {
                    std::FILE* in = std::fopen(file, "r");
                    if (in == nullptr) return 3;
                    for (;;) {
                        std::array<double, N> event{};
                        for (double& x : event) {
                            char word[64];
                            if (std::fscanf(in, "%63s", word) != 1) return std::fclose(in);
                            x = std::strtod(word, nullptr);
                        }
                        for (const double y : score(event)) std::printf("%a ", y);
                        std::printf("\\n");
                    }
                }
                int main(int count, char** words) {
                    if (count < 2) return 4;
                """);
        for (String name : names) {
            source.append("    if (!std::strcmp(words[1], \"").append(name).append("\")) {\n");
            source.append("        if (count < 3) return std::printf(\"%a\\n\", ")
                    .append(name)
                    .append("::self_test()) < 0;\n");
            source.append("        return run<")
                    .append(name)
                    .append("::input_count>(words[2], [](const auto& x) { return ");
            source.append(name).append("::scores(x); });\n    }\n");
        }
        Path file = folder.resolve("all.cpp");
        Files.writeString(file, source.append("    return 5;\n}\n"));
        Path program = folder.resolve("all");
        Run compiled = Run.of(
                folder, "g++", "-std=c++17", "-Wall", "-Wextra", "-Werror", "-O0", "all.cpp", "-o", program.toString());
        assertThat(compiled.status()).as(compiled.text()).isZero();
        return new CompiledCpp(folder, program);
    }

    private static boolean hasCompiler() throws InterruptedException {
        try {
            return Run.of(Path.of("."), "g++", "--version").status() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    List<double[]> score(String name, double[][] events) throws IOException, InterruptedException {
        StringBuilder lines = new StringBuilder();
        for (double[] event : events) {
            for (double x : event) {
                lines.append(
                                Double.isNaN(x)
                                        ? "nan"
                                        : Double.isInfinite(x) ? (x < 0 ? "-inf" : "inf") : Double.toHexString(x))
                        .append(' ');
            }
            lines.append('\n');
        }
        Files.writeString(folder.resolve("events.txt"), lines);
        Run run = Run.of(folder, program.toString(), name, "events.txt");
        assertThat(run.status()).as(name).isZero();
        List<double[]> out = new ArrayList<>();
        run.text()
                .lines()
                .forEach(line -> out.add(Arrays.stream(line.trim().split(" ", -1))
                        .mapToDouble(CompiledCpp::number)
                        .toArray()));
        return out;
    }

    double selfTest(String name) throws IOException, InterruptedException {
        return number(Run.of(folder, program.toString(), name).text().trim());
    }

    private static double number(String word) {
        return word.contains("nan")
                ? Double.NaN
                : word.equals("inf")
                        ? Double.POSITIVE_INFINITY
                        : word.equals("-inf") ? Double.NEGATIVE_INFINITY : Double.parseDouble(word);
    }

    /** A program that ran: its exit status, and what it said. */
    private record Run(int status, String text) {
        static Run of(Path folder, String... command) throws IOException, InterruptedException {
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Run(process.waitFor(), text);
        }
    }
}
