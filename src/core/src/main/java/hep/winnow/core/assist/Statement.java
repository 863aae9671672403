package hep.winnow.core.assist;

import hep.winnow.core.lang.Lexeme;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The statement that a cursor stands in, up to the cursor.
 *
 * @param before its lexemes before the word at the cursor, those of the statement that its block belongs to first
 * @param owner the first word of the statement whose block the cursor stands in; empty for none
 * @param isEntry whether it is an entry of the block of a step that {@code before} begins with
 * @param word what is typed of the word at the cursor; empty between words
 * @param start where that word begins
 * @param isInString whether the cursor stands in a string, of which {@code word} is what stands before the cursor
 * @param isInComment whether the cursor stands in a comment
 * @param parameters of the {@code def}s in whose bodies the cursor stands
 */
record Statement(
        List<Lexeme> before,
        String owner,
        boolean isEntry,
        String word,
        int start,
        boolean isInString,
        boolean isInComment,
        List<String> parameters) {
    private static final List<String> BODIES = List.of("for", "if", "else", "def");

    Statement {
        before = List.copyOf(before);
        parameters = List.copyOf(parameters);
    }

    /** A block that is open, and what has been read of its statement at hand. */
    private record Block(List<Lexeme> owner, List<Lexeme> line) {}

    /** Finds the statement at {@code offset}. */
    static Statement at(String text, int offset) {
        List<Lexeme> all = new ArrayList<>(Lexeme.of(text.substring(0, offset)));
        Lexeme last = all.isEmpty() ? new Lexeme(Lexeme.Kind.NEWLINE, "", 0, 0) : all.get(all.size() - 1);
        boolean isInComment = last.kind() == Lexeme.Kind.COMMENT && last.end() == offset;
        boolean isInString = isOpenString(text, last, offset);
        boolean isInWord = last.end() == offset && isWord(last.kind());
        String word = "";
        int start = offset;
        if (isInString) {
            start = last.start() + 1;
            word = text.substring(start, offset);
        } else if (isInWord) {
            start = last.start();
            word = last.text();
        }
        if (isInString || isInWord) {
            all.remove(all.size() - 1);
        }
        Deque<Block> blocks = blocks(all);
        Block block = blocks.element();
        boolean isEntry = !block.owner().isEmpty()
                && !BODIES.contains(block.owner().get(0).text())
                && block.owner().get(0).kind() == Lexeme.Kind.NAME;
        String owner = block.owner().isEmpty() ? "" : block.owner().get(0).text();
        boolean isStep = isEntry && !owner.equals("region");
        List<Lexeme> before = new ArrayList<>(isStep ? block.owner() : List.of());
        before.addAll(block.line());
        return new Statement(before, owner, isStep, word, start, isInString, isInComment, parameters(blocks));
    }

    private static boolean isWord(Lexeme.Kind kind) {
        return switch (kind) {
            case NAME, KEYWORD, WORD, QUOTED_NAME -> true;
            default -> false;
        };
    }

    private static boolean isOpenString(String text, Lexeme last, int offset) {
        if (last.kind() != Lexeme.Kind.STRING || last.end() != offset) {
            return false;
        }
        int backslashes = 0;
        while (offset - 2 - backslashes > last.start() && text.charAt(offset - 2 - backslashes) == '\\') {
            backslashes++;
        }
        return offset - last.start() == 1 || text.charAt(offset - 1) != '"' || backslashes % 2 == 1;
    }

    /** Returns what stands first in the parentheses of a {@code def}, and behind each of its commas, but for keywords. */
    private static List<String> parameters(Deque<Block> blocks) {
        List<String> names = new ArrayList<>();
        for (Block block : blocks) {
            List<Lexeme> head = block.owner();
            int round = 0;
            for (int i = 1; i < head.size() && head.get(0).is("def"); i++) {
                Lexeme before = head.get(i - 1);
                round += before.kind() == Lexeme.Kind.OPENING ? 1 : before.kind() == Lexeme.Kind.CLOSING ? -1 : 0;
                boolean isFirst = before.is("(") || before.is(",") || before.kind() == Lexeme.Kind.KEYWORD;
                if (round == 1 && isFirst && head.get(i).kind() == Lexeme.Kind.NAME) {
                    names.add(head.get(i).text());
                }
            }
        }
        return names;
    }

    private static Deque<Block> blocks(List<Lexeme> all) {
        Deque<Block> blocks = new ArrayDeque<>();
        blocks.push(new Block(List.of(), new ArrayList<>()));
        int round = 0;
        for (Lexeme lexeme : all) {
            List<Lexeme> line = blocks.element().line();
            if (lexeme.is("{")) {
                blocks.push(new Block(List.copyOf(line), new ArrayList<>()));
                round = 0;
            } else if (lexeme.is("}")) {
                if (blocks.size() > 1) {
                    blocks.pop();
                }
                round = 0;
            } else if (lexeme.kind() == Lexeme.Kind.NEWLINE) {
                if (round == 0) {
                    line.clear();
                }
            } else if (lexeme.kind() != Lexeme.Kind.COMMENT) {
                round += lexeme.kind() == Lexeme.Kind.OPENING ? 1 : lexeme.kind() == Lexeme.Kind.CLOSING ? -1 : 0;
                round = Math.max(0, round);
                line.add(lexeme);
            }
        }
        return blocks;
    }
}
