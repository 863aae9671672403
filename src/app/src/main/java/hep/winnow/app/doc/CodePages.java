package hep.winnow.app.doc;

import hep.winnow.core.lang.CheckCode;
import hep.winnow.core.lang.SyntaxCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the codes of errors and warnings mean, with a wrong and a right macro; read from {@code codes.txt}. */
final class CodePages {
    private static final Pattern CODE = Pattern.compile("[EW][0-9]{3}");
    private static final Map<String, String> WHILE_RUNNING = Map.of(
            "E501", "a mistake of the macro that shows while it runs",
            "E502", "data, files or a machine that a statement cannot use",
            "E503", "a run that takes longer than it may");

    private final Map<String, CodePage> pages;

    /**
     * What is told of a code.
     *
     * @param code such as {@code E104}
     * @param meaning in a few words
     * @param text what it is about, and what to do
     * @param wrong lines that have the mistake
     * @param right lines that do not
     */
    record CodePage(String code, String meaning, String text, List<String> wrong, List<String> right) {
        CodePage {
            wrong = List.copyOf(wrong);
            right = List.copyOf(right);
        }

        /** Tells whether the macro runs all the same. */
        boolean isWarning() {
            return code.startsWith("W");
        }
    }

    private CodePages(Map<String, CodePage> pages) {
        this.pages = pages;
    }

    /** Tells whether a word looks like a code. */
    static boolean isCode(String word) {
        return CODE.matcher(word).matches();
    }

    /** Reads them. */
    static CodePages read() {
        try (InputStream in = CodePages.class.getResourceAsStream("codes.txt")) {
            if (in == null) {
                throw new IllegalStateException("codes.txt is missing in the program");
            }
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CodePages parse(String text) {
        Map<String, String> meanings = meanings();
        Map<String, CodePage> pages = new LinkedHashMap<>();
        for (String part : text.split("(?m)^(?=[EW][0-9]{3}$)", -1)) {
            List<String> lines = part.lines().toList();
            if (!lines.isEmpty()) {
                CodePage page = page(lines, meanings);
                pages.put(page.code(), page);
            }
        }
        return new CodePages(pages);
    }

    private static CodePage page(List<String> lines, Map<String, String> meanings) {
        List<String> text = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        List<String> right = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            if (line.startsWith("wrong: ")) {
                wrong.addAll(List.of(line.substring(7).split(" / ", -1)));
            } else if (line.startsWith("right: ")) {
                right.addAll(List.of(line.substring(7).split(" / ", -1)));
            } else {
                text.add(line);
            }
        }
        String code = lines.get(0);
        return new CodePage(code, meanings.getOrDefault(code, ""), String.join(" ", text), wrong, right);
    }

    /** Returns what each code of the program is about. */
    static Map<String, String> meanings() {
        Map<String, String> meanings = new LinkedHashMap<>();
        for (SyntaxCode code : SyntaxCode.values()) {
            meanings.put(code.code(), code.meaning());
        }
        for (CheckCode code : CheckCode.values()) {
            meanings.put(code.code(), code.meaning());
        }
        meanings.putAll(WHILE_RUNNING);
        return meanings;
    }

    /** Returns the page of a code. */
    Optional<CodePage> find(String code) {
        return Optional.ofNullable(pages.get(code));
    }

    /** Returns all pages, in the order of the codes' groups. */
    List<CodePage> all() {
        return List.copyOf(pages.values());
    }

    /** Returns all pages in Markdown. */
    String markdown() {
        StringBuilder out = new StringBuilder("# Errors and warnings\n\n");
        out.append(
                "Made by `./winnow doc --codes`; one of them: `./winnow doc E104`. A code that begins with W is a warning:"
                        + " the macro runs.\n\n");
        for (CodePage page : pages.values()) {
            out.append("## ").append(page.code()).append("\n\n");
            out.append("**")
                    .append(upper(page.meaning()))
                    .append(".** ")
                    .append(page.text())
                    .append("\n\n");
            if (!page.wrong().isEmpty() || !page.right().isEmpty()) {
                out.append("```\n");
                page.wrong().forEach(l -> out.append(l).append("    # wrong\n"));
                page.right().forEach(l -> out.append(l).append('\n'));
                out.append("```\n\n");
            }
        }
        return out.toString();
    }

    private static String upper(String text) {
        return text.isEmpty() ? "" : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
