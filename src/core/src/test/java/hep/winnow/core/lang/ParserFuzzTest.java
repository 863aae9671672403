package hep.winnow.core.lang;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Mutates macros at random: the parser and the printer must take whatever comes. */
class ParserFuzzTest {
    private static final int MUTATIONS = 6_000;
    private static final String[] SPICE = {
        "(",
        ")",
        "[",
        "]",
        "{",
        "}",
        "\"",
        "`",
        "\\",
        "\n",
        "\r",
        " ",
        "\t",
        "=",
        ":",
        "..",
        ".",
        ",",
        "%",
        "#",
        "+",
        "-",
        "^",
        "*",
        "not ",
        " and ",
        " on ",
        " in ",
        "for ",
        "if ",
        "else ",
        "def ",
        "winnow 1",
        "1e",
        "0x",
        "\uD800",
        "\uDC00",
        "\u0000",
        "日",
        "\uFEFF",
        "?",
        "!",
        "&",
        "|",
        ";",
        "'",
        "<",
        ">",
        "=="
    };

    @ParameterizedTest
    @CsvSource({"hww.wn, 20260917", "ten-mistakes.wn, 4711", "control.wn, 99"})
    void takesAnyMutation(String resource, long seed) {
        String original = Table.text(resource);
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        int mutations = MUTATIONS / 3;
        long nanos = 0;
        for (int i = 0; i < mutations; i++) {
            String text = mutate(original, new Random(seed + i));
            long begin = threads.getCurrentThreadCpuTime();
            check(text, resource, seed + i);
            nanos += threads.getCurrentThreadCpuTime() - begin;
        }
        assertThat(nanos / 1e9).as("seconds for %d mutations", mutations).isLessThan(mutations / 1000.0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hww.wn", "control.wn"})
    void oneMissingWordIsOneMistakeAlmostAlways(String resource) {
        String original = Table.text(resource);
        int several = 0;
        int deletions = 0;
        for (Token token : Lexer.lex(original, new Problems(resource))) {
            if (token.end() > token.start() && !token.is(TokenKind.NEWLINE)) {
                String text = original.substring(0, token.start()) + original.substring(token.end());
                int mistakes = Parser.parse("m.wn", text).diagnostics().size();
                assertThat(mistakes).as(text).isLessThanOrEqualTo(3);
                several += mistakes > 1 ? 1 : 0;
                deletions++;
            }
        }
        assertThat(several / (double) deletions)
                .as("share of deletions with several diagnostics")
                .isLessThan(0.06);
    }

    private static void check(String text, String resource, long seed) {
        try {
            MacroFile file = Parser.parse("m.wn", text);
            String printed = new DiagnosticPrinter(Map.of("m.wn", text), false).print(file.diagnostics());
            boolean isWithin =
                    file.diagnostics().stream().allMatch(d -> d.span().end() <= text.length());
            if (!isWithin || printed.contains("\r") || file.diagnostics().isEmpty() != printed.isEmpty()) {
                throw new IllegalStateException("diagnostics are not well formed:\n" + printed);
            }
        } catch (RuntimeException | StackOverflowError e) {
            fail("seed " + seed + " of " + resource + ":\n" + text, e);
        }
    }

    private static String mutate(String original, Random random) {
        StringBuilder text = new StringBuilder(original);
        int edits = 1 + random.nextInt(6);
        for (int i = 0; i < edits && text.length() > 0; i++) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(6)) {
                case 0 -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(12)));
                case 1 -> text.insert(at, SPICE[random.nextInt(SPICE.length)]);
                case 2 -> text.setCharAt(at, (char) random.nextInt(0x180));
                case 3 -> swapWords(text, random);
                case 4 -> text.insert(at, original, at / 2, Math.min(original.length(), at / 2 + random.nextInt(80)));
                default -> text.insert(at, SPICE[random.nextInt(SPICE.length)].repeat(random.nextInt(40)));
            }
        }
        return text.toString();
    }

    private static void swapWords(StringBuilder text, Random random) {
        List<String> words = new ArrayList<>(List.of(text.toString().split("(?<=\\s)|(?=\\s)", -1)));
        int a = random.nextInt(words.size());
        int b = random.nextInt(words.size());
        String first = words.get(a);
        words.set(a, words.get(b));
        words.set(b, first);
        text.setLength(0);
        words.forEach(text::append);
    }
}
