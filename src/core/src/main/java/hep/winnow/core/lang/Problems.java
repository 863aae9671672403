package hep.winnow.core.lang;

import hep.winnow.api.diagnostic.Diagnostic;
import hep.winnow.api.diagnostic.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * The errors found in one file. An error of the lexer hides the errors of the parser that come after it in the same statement, since they
 * follow from it more often than not.
 */
final class Problems {
    private final String file;
    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private final NavigableSet<Integer> lexical = new TreeSet<>();
    private final NavigableSet<Integer> all = new TreeSet<>();

    /** Opening braces that are known to be missing, so that their partners are no mistake of their own. */
    private int missingBraces;

    Problems(String file) {
        this.file = file;
    }

    Span span(int start, int end) {
        return new Span(file, start, end);
    }

    /** Adds an error of the lexer. */
    void lexical(SyntaxCode code, int start, int end, String message, String label, String help) {
        lexical.add(start);
        add(code, start, end, message, label, help);
    }

    /** Notes that an opening brace was reported missing. */
    void missingBrace() {
        missingBraces++;
    }

    /** Notes what a string that is not closed has taken in. */
    void eaten(String text) {
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            depth += text.charAt(i) == '{' ? 1 : text.charAt(i) == '}' ? -1 : 0;
        }
        missingBraces += Math.max(0, depth);
    }

    /** Tells whether a closing brace without partner belongs to one that is known to be missing; asking uses it up. */
    boolean closesMissing() {
        boolean isKnown = missingBraces > 0;
        missingBraces -= isKnown ? 1 : 0;
        return isKnown;
    }

    /** Adds an error of the parser, unless the lexer found one between {@code from} and its place. */
    void syntax(int from, SyntaxCode code, int start, int end, String message, String label, String help) {
        Integer earlier = lexical.ceiling(from);
        if (earlier == null || earlier > start) {
            add(code, start, end, message, label, help);
        }
    }

    private void add(SyntaxCode code, int start, int end, String message, String label, String help) {
        if (all.add(start)) {
            diagnostics.add(Diagnostic.error(code.code(), span(start, end), message, label, help));
        }
    }

    /** Tells whether an error begins at or after {@code start} and before {@code end}. */
    boolean anyWithin(int start, int end) {
        Integer first = all.ceiling(start);
        return first != null && first < end;
    }

    /** Tells whether the lexer found an error at or after {@code start} and before {@code end}. */
    boolean anyLexicalWithin(int start, int end) {
        Integer first = lexical.ceiling(start);
        return first != null && first < end;
    }

    /** Returns all errors in the order of the text. */
    List<Diagnostic> inOrder() {
        List<Diagnostic> sorted = new ArrayList<>(diagnostics);
        sorted.sort(Comparator.comparingInt(d -> d.span().start()));
        return sorted;
    }
}
