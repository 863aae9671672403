package hep.winnow.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import hep.winnow.api.diagnostic.Diagnostic;
import hep.winnow.api.diagnostic.Severity;
import hep.winnow.api.random.RandomStream;
import hep.winnow.core.Winnow;
import hep.winnow.core.lang.DiagnosticPrinter;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is done to a macro, checking it ends soon, with a program or with errors that can be shown, and never throws. */
class MacroMutationTest {
    private static final long SEED = 20260917;
    private static final long PATIENCE_NANOS = 10_000_000_000L;
    private static final String ODD =
            "{}[]()\"'`\\#=:.,%^<>!&|?*/+-~ \n\t0123456789eEabcxyz_\u00e9\u4e2d\ud83d\ude00\0";

    @TempDir
    static Path house;

    private static Runner runner;
    private static final List<Path> MACROS = new ArrayList<>();

    /** Copies the macros beside the first rows of their data, so that each check opens small files. */
    @BeforeAll
    static void load() throws IOException {
        runner = new Runner();
        Path source = Checkout.ROOT.resolve("macros");
        try (Stream<Path> all = Files.walk(source)) {
            for (Path macro :
                    all.filter(p -> p.toString().endsWith(".wn")).sorted().toList()) {
                Path copy =
                        house.resolve("macros").resolve(source.relativize(macro).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(macro, copy);
                MACROS.add(copy);
            }
        }
        Files.createDirectories(house.resolve("data"));
        for (String name : List.of("hww", "ww", "tt")) {
            Files.writeString(house.resolve("data").resolve(name + ".csv.gz"), head(name));
        }
    }

    private static String head(String name) throws IOException {
        Path file = Checkout.ROOT.resolve("data").resolve(name + ".csv.gz");
        StringBuilder text = new StringBuilder();
        try (BufferedReader in = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            for (int i = 0; i < 20; i++) {
                text.append(in.readLine()).append('\n');
            }
        }
        return text.toString();
    }

    @AfterAll
    static void close() throws IOException {
        runner.close();
    }

    @Test
    void fewMutationsAreChecked() throws IOException {
        mutate(700);
    }

    @Test
    @Tag("slow")
    void hundredThousandMutationsAreChecked() throws IOException {
        mutate(100_000);
    }

    private void mutate(int count) throws IOException {
        List<String> texts = new ArrayList<>();
        for (Path macro : MACROS) {
            texts.add(Files.readString(macro));
        }
        int broken = 0;
        for (int i = 0; i < count; i++) {
            RandomStream random = new RandomStream(SEED).stream(i);
            int at = random.nextInt(texts.size());
            String text = mutated(texts.get(at), random);
            broken += check(i, MACROS.get(at), text) ? 0 : 1;
        }
        assertThat(broken).as("mutations that broke a macro, seed " + SEED).isBetween(count / 10, count);
    }

    private static long processorTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /** Returns whether the macro is still sound. */
    private static boolean check(int number, Path macro, String text) {
        long start = processorTime();
        try {
            Winnow.Checked checked = runner.check("mutant.wn", text, macro.resolveSibling(""), Map.of());
            List<Diagnostic> errors = checked.diagnostics().stream()
                    .filter(d -> d.severity() == Severity.ERROR)
                    .toList();
            assertThat(errors.isEmpty()).isEqualTo(checked.program().isPresent());
            assertThat(new DiagnosticPrinter(checked.texts(), false).print(errors))
                    .isNotNull();
            assertThat(processorTime() - start).isLessThan(PATIENCE_NANOS);
            return errors.isEmpty();
        } catch (RuntimeException | Error e) {
            return fail("mutation " + number + " of " + macro.getFileName() + ", seed " + SEED + ":\n" + text, e);
        }
    }

    private static String mutated(String text, RandomStream random) {
        StringBuilder out = new StringBuilder(text);
        int edits = 1 + random.nextInt(4);
        for (int i = 0; i < edits && out.length() > 2; i++) {
            edit(out, random);
        }
        return out.toString();
    }

    private static void edit(StringBuilder text, RandomStream random) {
        int at = random.nextInt(text.length());
        int end = Math.min(text.length(), at + 1 + random.nextInt(12));
        switch (random.nextInt(7)) {
            case 0 -> text.delete(at, end);
            case 1 -> text.insert(at, ODD.charAt(random.nextInt(ODD.length())));
            case 2 -> text.setCharAt(at, ODD.charAt(random.nextInt(ODD.length())));
            case 3 -> text.insert(random.nextInt(text.length()), text.substring(at, end));
            case 4 -> swapWords(text, random);
            case 5 -> deleteWord(text, at);
            default -> duplicateLine(text, at);
        }
    }

    private static int[] wordAt(StringBuilder text, int at) {
        int start = at;
        while (start < text.length() && !Character.isLetterOrDigit(text.charAt(start))) {
            start++;
        }
        int end = start;
        while (end < text.length() && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '_')) {
            end++;
        }
        return new int[] {start, end};
    }

    private static void swapWords(StringBuilder text, RandomStream random) {
        int[] a = wordAt(text, random.nextInt(text.length()));
        int[] b = wordAt(text, random.nextInt(text.length()));
        String word = text.substring(b[0], b[1]);
        text.replace(a[0], a[1], word);
    }

    private static void deleteWord(StringBuilder text, int at) {
        int[] word = wordAt(text, at);
        text.delete(word[0], word[1]);
    }

    private static void duplicateLine(StringBuilder text, int at) {
        int start = text.lastIndexOf("\n", at - 1) + 1;
        int end = text.indexOf("\n", at);
        String line = text.substring(start, end < 0 ? text.length() : end);
        text.insert(start, line + "\n");
    }
}
