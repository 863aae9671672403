package hep.winnow.codegen;

import hep.winnow.api.learn.ModelContract;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes a model as a Java class: Java 11 and later, no dependency. */
final class JavaCode {
    /** Of a text in a class file: 65,535 bytes are its limit. */
    private static final int TEXT = 60_000;

    /** From more inputs than these on there are no fields. */
    private static final int MOST_FIELDS = 1000;

    private final ModelContract model;
    private final String className;
    private final String pack;
    private final List<Call> calls;
    private final StringBuilder out = new StringBuilder();

    private JavaCode(ModelContract model, String className, String pack) {
        this.model = model;
        this.className = className;
        this.pack = pack;
        this.calls = Calls.of(model.graph());
    }

    /** Returns the text of the class; no package if {@code pack} is empty. */
    static String of(ModelContract model, String className, String pack) {
        JavaCode code = new JavaCode(model, className, pack);
        code.file();
        return code.out.toString();
    }

    private void line(String text) {
        out.append(text).append('\n');
    }

    private void block(String text) {
        text.lines().forEach(l -> line(l.isEmpty() ? "" : "    " + l));
        line("");
    }

    private void file() {
        if (!pack.isEmpty()) {
            line("package " + pack + ";");
            line("");
        }
        line("/**");
        Describing.model(model).forEach(l -> line((" * " + html(l)).stripTrailing()));
        line(" */");
        line("public final class " + className + " {");
        names();
        if (model.inputs().size() <= MOST_FIELDS) {
            inputs();
        }
        scores();
        selfTest();
        constants();
        functions();
        line("    private " + className + "() {}");
        line("}");
    }

    private static String html(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("@", "&#64;");
    }

    private void names() {
        line("    /** Names of the inputs, in order. */");
        line("    public static final java.util.List<String> INPUTS = java.util.List.of(" + texts(model.inputNames())
                + ");");
        line("");
        line("    /** Names of the outputs, in order. */");
        line("    public static final java.util.List<String> OUTPUTS = java.util.List.of(" + texts(model.outputNames())
                + ");");
        line("");
    }

    private static String texts(List<String> names) {
        return names.stream().map(JavaCode::text).collect(Collectors.joining(", "));
    }

    private static String text(String text) {
        StringBuilder out = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean isPlain = c >= ' ' && c <= '~' && c != '"' && c != '\\';
            out.append(
                    isPlain
                            ? String.valueOf(c)
                            : c < 256
                                    ? Names.octal(c)
                                    : "\\u" + Integer.toHexString(0x10000 | c).substring(1));
        }
        return out.append('"').toString();
    }

    private void inputs() {
        List<String> fields = Names.identifiers(model.inputNames());
        line("    /** The inputs by name. What is not set is missing. */");
        line("    public static final class Inputs {");
        for (int i = 0; i < fields.size(); i++) {
            line("        /** " + html(Describing.input(model.inputs().get(i))) + " */");
            line("        public double " + fields.get(i) + " = Double.NaN;");
            line("");
        }
        line("        /** Returns them in the order of {@link " + className + "#INPUTS}. */");
        line("        public double[] toArray() {");
        line("            return new double[] {" + String.join(", ", fields) + "};");
        line("        }");
        line("    }");
        line("");
        block("""
                /** Returns the first output: FIRST. */
                public static double score(Inputs inputs) {
                    return scores(inputs.toArray())[0];
                }

                /** Returns all outputs, in the order of {@link #OUTPUTS}. */
                public static double[] scores(Inputs inputs) {
                    return scores(inputs.toArray());
                }
                """.replace("FIRST", html(Names.comment(model.outputNames().get(0)))));
    }

    private void scores() {
        line("    /** Returns all outputs of an event whose inputs stand in the order of {@link #INPUTS}. */");
        line("    public static double[] scores(double[] inputs) {");
        line("        if (inputs.length != " + model.inputs().size() + ") {");
        line("            throw new IllegalArgumentException(\"the model has "
                + model.inputs().size() + " inputs, found \" + inputs.length);");
        line("        }");
        line("        double[] v0 = inputs;");
        for (Call call : calls) {
            String arguments = call.arguments().stream().map(JavaCode::argument).collect(Collectors.joining(", "));
            line("        double[] v" + call.node() + " = " + call.function() + "(" + arguments + ");");
        }
        line("        return v" + calls.get(calls.size() - 1).node() + ";");
        line("    }");
        line("");
    }

    private static String argument(Call.Argument argument) {
        if (argument instanceof Call.Row row) {
            return "v" + row.node();
        }
        if (argument instanceof Call.Numbers numbers) {
            return constant(numbers.name());
        }
        if (argument instanceof Call.Wholes wholes) {
            return constant(wholes.name());
        }
        return argument instanceof Call.Whole whole
                ? String.valueOf(whole.value())
                : number(((Call.Real) argument).value());
    }

    private static String constant(String name) {
        return name.toUpperCase(java.util.Locale.ROOT).replaceAll("(\\d+)", "_$1");
    }

    private static String number(double value) {
        return Double.isNaN(value)
                ? "Double.NaN"
                : Double.isInfinite(value)
                        ? (value > 0 ? "Double.POSITIVE_INFINITY" : "Double.NEGATIVE_INFINITY")
                        : Double.toHexString(value);
    }

    private void selfTest() {
        block("""
                /**
                 * Scores events that the model scored when it was written, and returns the greatest difference, relative to the score or to the root mean square of its output, whichever is greater.
                 */
                public static double selfTest() {
                    int inputs = INPUTS.size();
                    int outputs = OUTPUTS.size();
                    int events = TEST_SCORES.length / outputs;
                    double greatest = 0;
                    for (int k = 0; k < outputs; k++) {
                        double sum = 0;
                        int finite = 0;
                        for (int i = 0; i < events; i++) {
                            double expected = TEST_SCORES[i * outputs + k];
                            if (Double.isFinite(expected)) {
                                sum += expected * expected;
                                finite++;
                            }
                        }
                        double size = finite == 0 ? 0 : Math.sqrt(sum / finite);
                        for (int i = 0; i < events; i++) {
                            double expected = TEST_SCORES[i * outputs + k];
                            double found = scores(java.util.Arrays.copyOfRange(TEST_INPUTS, i * inputs, (i + 1) * inputs))[k];
                            boolean isSame = expected == found || Double.isNaN(expected) && Double.isNaN(found);
                            double scale = Math.max(Math.abs(expected), size);
                            double miss = isSame ? 0 : Math.abs(found - expected) / (scale > 0 ? scale : 1);
                            greatest = Math.max(greatest, Double.isNaN(miss) ? Double.POSITIVE_INFINITY : miss);
                        }
                    }
                    return greatest;
                }

                /** Carries out the self-test; exit status 1 if it fails. */
                public static void main(String[] arguments) {
                    double difference = selfTest();
                    System.out.println("greatest difference " + difference);
                    if (!(difference < 1e-5)) {
                        System.exit(1);
                    }
                }
                """);
    }

    private void constants() {
        for (Call call : calls) {
            for (Call.Argument argument : call.arguments()) {
                if (argument instanceof Call.Numbers numbers) {
                    numbers(numbers.name(), numbers.values());
                } else if (argument instanceof Call.Wholes wholes) {
                    line("    private static final int[] " + constant(wholes.name()) + " = {"
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

    /** Few numbers stand there as such, many as text in Base64: the code of a class is limited, its texts are not. */
    private void numbers(String name, double[] values) {
        String begin = "    private static final double[] " + constant(name) + " = ";
        if (values.length <= 32) {
            line(begin + "{" + Arrays.stream(values).mapToObj(JavaCode::number).collect(Collectors.joining(", "))
                    + "};");
            return;
        }
        boolean areFloats = Arrays.stream(values).allMatch(v -> (float) v == v);
        ByteBuffer bytes =
                ByteBuffer.allocate(values.length * (areFloats ? 4 : 8)).order(ByteOrder.LITTLE_ENDIAN);
        for (double v : values) {
            if (areFloats) {
                bytes.putFloat((float) v);
            } else {
                bytes.putDouble(v);
            }
        }
        String text = Base64.getEncoder().encodeToString(bytes.array());
        StringBuilder pieces = new StringBuilder();
        for (int from = 0; from < text.length(); from += TEXT) {
            pieces.append(from == 0 ? "" : ", ")
                    .append('"')
                    .append(text, from, Math.min(text.length(), from + TEXT))
                    .append('"');
        }
        line(begin + (areFloats ? "floats(" : "doubles(") + pieces + ");");
    }

    private void functions() {
        block("""
                private static double[] floats(String... base64) {
                    java.nio.ByteBuffer in = bytes(base64);
                    double[] out = new double[in.remaining() / 4];
                    for (int i = 0; i < out.length; i++) {
                        out[i] = in.getFloat();
                    }
                    return out;
                }

                private static double[] doubles(String... base64) {
                    java.nio.ByteBuffer in = bytes(base64);
                    double[] out = new double[in.remaining() / 8];
                    for (int i = 0; i < out.length; i++) {
                        out[i] = in.getDouble();
                    }
                    return out;
                }

                private static java.nio.ByteBuffer bytes(String... base64) {
                    byte[] bytes = java.util.Base64.getDecoder().decode(String.join("", base64));
                    return java.nio.ByteBuffer.wrap(bytes).order(java.nio.ByteOrder.LITTLE_ENDIAN);
                }
                """);
        Set<String> used = new LinkedHashSet<>();
        calls.forEach(c -> used.add(c.function()));
        used.forEach(f -> block(java.util.Objects.requireNonNull(JavaFunctions.BY_NAME.get(f))));
    }
}
