package hep.winnow.core.testing;

import hep.winnow.api.diagnostic.Diagnostic;
import hep.winnow.api.diagnostic.Severity;
import hep.winnow.core.Winnow;
import hep.winnow.core.lang.LineMap;
import hep.winnow.core.run.RunListener;
import hep.winnow.core.run.RunOptions;
import hep.winnow.core.run.RunResult;
import hep.winnow.core.text.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** Checks and runs macros in a folder, with the plugin of the tests. */
public final class Macros {
    private final Path folder;
    private final Winnow winnow = new Winnow(List.of(new TestPlugin()));
    private final Map<String, String> params = new LinkedHashMap<>();
    private int runs;

    /** Works in {@code folder}, an empty one. */
    public Macros(Path folder) {
        this.folder = folder;
    }

    /** Returns the framework with the plugin of the tests. */
    public Winnow winnow() {
        return winnow;
    }

    /** Writes a file that macros can read. */
    public Macros file(String name, String text) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a file of comma-separated lines. */
    public Macros lines(String name, String... lines) {
        return file(name, String.join("\n", lines) + "\n");
    }

    /** Gives a param from outside. */
    public Macros param(String name, String value) {
        params.put(name, value);
        return this;
    }

    /** Returns what a check finds. */
    public Winnow.Checked check(String macro) {
        return winnow.check("m.wn", macro, folder, params);
    }

    /** Returns what a check finds, each as {@code E104 3:15-20 message}: line, first and last column. */
    public List<String> problems(String macro) {
        Winnow.Checked checked = check(macro);
        return checked.diagnostics().stream()
                .map(d -> shown(d, checked.texts()))
                .toList();
    }

    /** Returns what a check finds, each as {@code E104 3:15-20}. */
    public List<String> places(String macro) {
        return problems(macro).stream()
                .map(p -> p.split(" ", 3)[0] + " " + p.split(" ", 3)[1])
                .toList();
    }

    private static String shown(Diagnostic d, Map<String, String> texts) {
        LineMap lines = new LineMap(texts.getOrDefault(d.span().file(), ""));
        LineMap.Position from = lines.position(d.span().start());
        LineMap.Position to = lines.position(Math.max(d.span().start(), d.span().end() - 1));
        String file =
                d.span().file().equals("m.wn") ? "" : Path.of(d.span().file()).getFileName() + ":";
        String end = (to.line() == from.line() ? "" : to.line() + ":") + to.column();
        return d.code() + " " + file + from.line() + ":" + from.column() + "-" + end + " " + d.message()
                + (d.help().isEmpty() ? "" : " / " + d.help());
    }

    /** What a run left behind. */
    public record Run(RunResult result, String text, List<String> warnings, Path out) {
        /** Returns the text of a file. */
        public String file(String name) {
            try {
                return Files.readString(out.resolve(name));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** Returns the bytes of a file. */
        public byte[] bytes(String name) {
            try {
                return Files.readAllBytes(out.resolve(name));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** Returns {@code run.json}. */
        public Map<?, ?> json() {
            return (Map<?, ?>) Json.parse(file("run.json"));
        }

        /** Returns the objects of the statements of a verb in {@code run.json}. */
        public List<Map<?, ?>> facts(String verb) {
            List<Map<?, ?>> out = new ArrayList<>();
            for (Object statement : (List<?>) Objects.requireNonNull(json().get("statements"))) {
                Map<?, ?> facts = (Map<?, ?>) statement;
                if (verb.equals(facts.get("verb"))) {
                    out.add(facts);
                }
            }
            return out;
        }
    }

    /** Runs a macro on one thread. */
    public Run run(String macro) {
        return run(macro, 1);
    }

    /** Runs a macro, which must have no errors. */
    public Run run(String macro, int threads) {
        return run(macro, threads, OptionalDouble.empty());
    }

    /** Runs a macro whose events may take so much of the memory. */
    public Run run(String macro, int threads, OptionalDouble memory) {
        Winnow.Checked checked = check(macro);
        List<Diagnostic> errors = checked.diagnostics().stream()
                .filter(d -> d.severity() == Severity.ERROR)
                .toList();
        if (!errors.isEmpty()) {
            throw new AssertionError(errors.stream()
                    .map(d -> shown(d, checked.texts()))
                    .collect(Collectors.joining("\n", "the macro has errors:\n", "")));
        }
        StringBuilder text = new StringBuilder();
        List<String> warnings = new ArrayList<>();
        RunListener listener = new RunListener() {
            @Override
            public void text(int line, String more) {
                text.append(more).append(more.endsWith("\n") ? "" : "\n");
            }

            @Override
            public void warning(int line, String message) {
                warnings.add(message);
            }
        };
        Path out = folder.resolve("out" + ++runs);
        RunOptions options = new RunOptions(out, threads, "test", false, memory);
        RunResult result = winnow.run(checked.program().orElseThrow(), options, listener);
        return new Run(result, text.toString(), warnings, out);
    }
}
