package hep.winnow.core.lang;

import java.util.ArrayList;
import java.util.List;

/**
 * Sets a macro in one style, and changes nothing but blanks: two blanks of indentation per block, four more for a line that goes on, one blank behind a comma and around braces, none inside brackets, no blanks at the ends of lines, one
 * empty line at most. Comments and words stay as they are, and so does what is lined up within a line. What is formatted is formatted: doing it again changes nothing.
 */
public final class Formatter {
    private static final String INDENT = "  ";

    private Formatter() {}

    /** Returns the text in one style; a text with mistakes is set as far as it goes. */
    public static String format(String text) {
        List<Lexeme> all = Lexeme.of(text);
        List<String> lines = new ArrayList<>();
        int blocks = 0;
        int round = 0;
        boolean goesOn = false;
        int at = text.startsWith("\uFEFF") ? 1 : 0;
        int next = 0;
        while (at <= text.length()) {
            int end = endOfLine(text, at);
            List<Lexeme> line = new ArrayList<>();
            while (next < all.size() && all.get(next).start() < end) {
                line.add(all.get(next++));
            }
            // The line end itself, unless a bracket or a backslash has taken it in.
            while (next < all.size()
                    && all.get(next).kind() == Lexeme.Kind.NEWLINE
                    && all.get(next).start() <= end) {
                next++;
            }
            int closed = closing(line);
            int indent = Math.max(0, blocks - closed);
            String set = set(text, line, at, end);
            boolean isContinued = round > 0 || goesOn;
            boolean isClosingAlone = !line.isEmpty() && line.get(0).kind() == Lexeme.Kind.CLOSING && round > 0;
            lines.add(set.isEmpty() ? "" : INDENT.repeat(indent + (isContinued && !isClosingAlone ? 2 : 0)) + set);
            for (Lexeme lexeme : line) {
                if (lexeme.is("{")) {
                    blocks++;
                    round = 0;
                } else if (lexeme.is("}")) {
                    blocks = Math.max(0, blocks - 1);
                    round = 0;
                } else if (lexeme.kind() == Lexeme.Kind.OPENING) {
                    round++;
                } else if (lexeme.kind() == Lexeme.Kind.CLOSING) {
                    round = Math.max(0, round - 1);
                }
            }
            goesOn = endsInBackslash(text, line, at, end);
            at = end + (text.startsWith("\r\n", end) ? 2 : 1);
        }
        return joined(lines);
    }

    private static int endOfLine(String text, int from) {
        int end = from;
        while (end < text.length() && !Lexer.isLineEnd(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /** Returns how many blocks a line closes before it holds anything else. */
    private static int closing(List<Lexeme> line) {
        int closed = 0;
        while (closed < line.size() && line.get(closed).is("}")) {
            closed++;
        }
        return closed;
    }

    /** Sets a line, without its indentation. What the lexer left out, such as a backslash, stays. */
    private static String set(String text, List<Lexeme> line, int start, int end) {
        StringBuilder out = new StringBuilder();
        int at = start;
        for (int i = 0; i < line.size(); i++) {
            Lexeme lexeme = line.get(i);
            if (lexeme.start() < at) {
                continue;
            }
            String gap = text.substring(at, lexeme.start());
            out.append(i == 0 ? gap.strip() + (gap.isBlank() ? "" : " ") : gap(gap, line.get(i - 1), lexeme));
            out.append(text, lexeme.start(), Math.min(end, lexeme.end()));
            at = Math.min(end, lexeme.end());
        }
        return (out + text.substring(at, end)).strip();
    }

    private static String gap(String gap, Lexeme before, Lexeme behind) {
        if (!gap.isBlank() && !gap.isEmpty()) {
            return gap;
        }
        if (behind.kind() == Lexeme.Kind.COMMENT) {
            return gap.isEmpty() ? " " : gap.replace('\t', ' ');
        }
        boolean isInside = before.is("(") || before.is("[") || behind.is(")") || behind.is("]") || behind.is(",");
        if (isInside) {
            return "";
        }
        boolean isApart = before.is(",") || before.is("{") || behind.is("{") || behind.is("}") || before.is("}");
        if (isApart) {
            return before.is(",") && gap.length() > 1 ? gap.replace('\t', ' ') : " ";
        }
        return gap.replace('\t', ' ');
    }

    private static boolean endsInBackslash(String text, List<Lexeme> line, int start, int end) {
        int at = line.isEmpty() ? start : line.get(line.size() - 1).end();
        boolean isComment = !line.isEmpty() && line.get(line.size() - 1).kind() == Lexeme.Kind.COMMENT;
        int from = isComment ? line.size() > 1 ? line.get(line.size() - 2).end() : start : at;
        int to = isComment ? line.get(line.size() - 1).start() : end;
        return from < to && text.substring(from, to).contains("\\");
    }

    private static String joined(List<String> lines) {
        StringBuilder out = new StringBuilder();
        int empty = 0;
        for (String line : lines) {
            if (line.isEmpty()) {
                empty++;
            } else {
                out.append(empty > 0 && out.length() > 0 ? "\n" : "")
                        .append(line)
                        .append('\n');
                empty = 0;
            }
        }
        return out.toString();
    }
}
