package hep.winnow.codegen;

import hep.winnow.api.learn.ModelContract;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes a model as a C++ header: C++17, the standard library alone. */
final class CppCode {
    private final ModelContract model;
    private final String space;
    private final List<Call> calls;
    private final StringBuilder out = new StringBuilder();

    private CppCode(ModelContract model, String space) {
        this.model = model;
        this.space = space;
        this.calls = Calls.of(model.graph());
    }

    /** Returns the text of the header; {@code space} is its namespace, such as {@code cuts::nn}. */
    static String of(ModelContract model, String space) {
        CppCode code = new CppCode(model, space);
        code.file();
        return code.out.toString();
    }

    private void line(String text) {
        out.append(text).append('\n');
    }

    private void file() {
        Describing.model(model).forEach(l -> line(("// " + l).stripTrailing()));
        line("//");
        line(
                "// A program of its own that carries out the self-test: g++ -std=c++17 -DWINNOW_SELF_TEST -x c++ THIS_FILE");
        line("#pragma once");
        List.of("algorithm", "array", "cmath", "cstddef", "cstdio", "limits")
                .forEach(h -> line("#include <" + h + ">"));
        line("");
        line("#ifdef __FAST_MATH__");
        line("#error \"missing inputs are NaN, which -ffast-math does not know\"");
        line("#endif");
        line("");
        line("namespace " + space + " {");
        line("");
        names();
        line("namespace detail {");
        line("");
        line("template <std::size_t N>");
        line("using Row = std::array<double, N>;");
        line("");
        line("""
                // A conversion that overflows is undefined in C++.
                inline double to_float(double z) {
                    constexpr double greatest = std::numeric_limits<float>::max();
                    if (std::fabs(z) >= greatest * (1 + 0x1p-25)) return z < 0 ? -INFINITY : INFINITY;
                    return static_cast<float>(z);
                }
                """);
        constants();
        Set<String> used = new LinkedHashSet<>();
        calls.forEach(c -> used.add(c.function()));
        used.forEach(f -> line(java.util.Objects.requireNonNull(CppFunctions.BY_NAME.get(f))));
        line("}  // namespace detail");
        line("");
        scores();
        selfTest();
        line("}  // namespace " + space);
        line("");
        line("""
                #ifdef WINNOW_SELF_TEST
                int main() {
                    const double difference = SPACE::self_test();
                    std::printf("greatest difference %g\\n", difference);
                    return difference < 1e-5 ? 0 : 1;
                }
                #endif""".replace("SPACE", space));
    }

    private void names() {
        int inputs = model.inputs().size();
        int outputs = model.graph().outputs();
        line("// Names of the inputs and outputs, in order.");
        line("inline constexpr std::size_t input_count = " + inputs + ";");
        line("inline constexpr std::size_t output_count = " + outputs + ";");
        line("inline constexpr const char* input_names[] = {" + texts(model.inputNames()) + "};");
        line("inline constexpr const char* output_names[] = {" + texts(model.outputNames()) + "};");
        line("");
        line("// The inputs by name. What is not set is missing.");
        line("struct Inputs {");
        List<String> fields = Names.identifiers(model.inputNames());
        for (int i = 0; i < inputs; i++) {
            line("    double " + fields.get(i) + " = std::numeric_limits<double>::quiet_NaN();  // "
                    + Describing.input(model.inputs().get(i)));
        }
        line("");
        line("    std::array<double, input_count> to_array() const { return {" + String.join(", ", fields) + "}; }");
        line("};");
        line("");
    }

    private static String texts(List<String> names) {
        return names.stream().map(CppCode::text).collect(Collectors.joining(", "));
    }

    private static String text(String text) {
        StringBuilder out = new StringBuilder("\"");
        for (byte b : text.getBytes(java.nio.charset.StandardCharsets.UTF_8)) {
            boolean isPlain = b >= ' ' && b <= '~' && b != '"' && b != '\\' && b != '?';
            out.append(isPlain ? String.valueOf((char) b) : Names.octal(b & 0xff));
        }
        return out.append('"').toString();
    }

    private void constants() {
        for (Call call : calls) {
            for (Call.Argument argument : call.arguments()) {
                if (argument instanceof Call.Numbers numbers) {
                    numbers(numbers.name(), numbers.values());
                } else if (argument instanceof Call.Wholes wholes) {
                    line("inline constexpr int " + wholes.name() + "[] = {"
                            + Arrays.stream(wholes.values())
                                    .mapToObj(String::valueOf)
                                    .collect(Collectors.joining(", "))
                            + "};");
                }
            }
        }
        numbers(
                "test_inputs",
                model.testInputs().stream().flatMapToDouble(Arrays::stream).toArray());
        numbers(
                "test_scores",
                model.testScores().stream().flatMapToDouble(Arrays::stream).toArray());
        line("");
    }

    private void numbers(String name, double[] values) {
        boolean areFloats = Arrays.stream(values).allMatch(v -> (float) v == v);
        out.append("inline constexpr ")
                .append(areFloats ? "float " : "double ")
                .append(name)
                .append("[] = {");
        for (int i = 0; i < values.length; i++) {
            out.append(i == 0 ? "" : i % 8 == 0 ? ",\n    " : ", ").append(number(values[i], areFloats));
        }
        line("};");
    }

    /** In base 16, which loses nothing. */
    private static String number(double value, boolean isFloat) {
        if (Double.isNaN(value)) {
            return "std::numeric_limits<double>::quiet_NaN()";
        }
        if (Double.isInfinite(value)) {
            return (value < 0 ? "-" : "") + "std::numeric_limits<double>::infinity()";
        }
        return isFloat ? Double.toHexString(value) + "f" : Double.toHexString(value);
    }

    private void scores() {
        line("// Returns all outputs of an event whose inputs stand in the order of input_names.");
        line("inline std::array<double, output_count> scores(const std::array<double, input_count>& v0) {");
        line("    using namespace detail;");
        for (Call call : calls) {
            String arguments = call.arguments().stream().map(CppCode::argument).collect(Collectors.joining(", "));
            line("    const auto v" + call.node() + " = " + call.function() + "<" + call.width() + ">(" + arguments
                    + ");");
        }
        line("    return v" + calls.get(calls.size() - 1).node() + ";");
        line("}");
        line("");
        line("// Returns all outputs, in the order of output_names.");
        line(
                "inline std::array<double, output_count> scores(const Inputs& inputs) { return scores(inputs.to_array()); }");
        line("");
        line("// Returns the first output: " + Names.comment(model.outputNames().get(0)) + ".");
        line("inline double score(const Inputs& inputs) { return scores(inputs)[0]; }");
        line("");
    }

    private static String argument(Call.Argument argument) {
        if (argument instanceof Call.Row row) {
            return "v" + row.node();
        }
        if (argument instanceof Call.Numbers numbers) {
            return "detail::" + numbers.name();
        }
        if (argument instanceof Call.Wholes wholes) {
            return "detail::" + wholes.name();
        }
        return argument instanceof Call.Whole whole
                ? String.valueOf(whole.value())
                : number(((Call.Real) argument).value(), false);
    }

    private void selfTest() {
        line("""
                // Scores events that the model scored when it was written, and returns the greatest difference, relative to the
                // score or to the root mean square of its output, whichever is greater.
                inline double self_test() {
                    constexpr std::size_t events = sizeof(detail::test_scores) / sizeof(detail::test_scores[0]) / output_count;
                    double greatest = 0;
                    for (std::size_t k = 0; k < output_count; k++) {
                        double sum = 0;
                        int finite = 0;
                        for (std::size_t i = 0; i < events; i++) {
                            const double expected = detail::test_scores[i * output_count + k];
                            if (std::isfinite(expected)) {
                                sum += expected * expected;
                                finite++;
                            }
                        }
                        const double size = finite == 0 ? 0 : std::sqrt(sum / finite);
                        for (std::size_t i = 0; i < events; i++) {
                            std::array<double, input_count> event{};
                            for (std::size_t f = 0; f < input_count; f++) event[f] = detail::test_inputs[i * input_count + f];
                            const double expected = detail::test_scores[i * output_count + k];
                            const double found = scores(event)[k];
                            const bool is_same = expected == found || (std::isnan(expected) && std::isnan(found));
                            const double scale = std::fmax(std::fabs(expected), size);
                            const double miss = is_same ? 0 : std::fabs(found - expected) / (scale > 0 ? scale : 1);
                            greatest = std::isnan(miss) ? INFINITY : std::fmax(greatest, miss);
                        }
                    }
                    return greatest;
                }
                """);
    }
}
