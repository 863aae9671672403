package hep.winnow.core.lang;

import java.util.List;
import java.util.Random;

/** Makes macros that follow the grammar, in random layout, and spoils some of them. Each seed makes one macro. */
public final class RandomMacros {
    private static final List<String> NAMES =
            List.of("pt", "eta", "mll", "nn", "presel", "sig", "x1", "_a", "`jet 1`", "µ", "test");
    private static final List<String> VERBS =
            List.of("read", "define", "cut", "hist", "train", "cutflow", "save", "split", "expect", "frob");
    private static final List<String> KEYWORDS = List.of("from", "on", "in", "to", "vs", "into", "extends");
    private static final List<String> BINARY = List.of(
            " + ", " - ", "*", " / ", "^", " and ", " or ", " < ", " >= ", " == ", " % ", " != ", " <= ", " > ", " && ",
            " || ");
    private static final List<String> VALUES = List.of(
            "1",
            "2.5",
            "1e-3",
            "10%",
            "2GB",
            "true",
            "false",
            "\"a b\"",
            "\"{n}.png\"",
            "\"q\\\"\"",
            "\"\\t{{x}}\\n\"",
            "0..3",
            "GeV");

    private static final List<String> SIGNS = List.of("-", "not ", "!", "- ");

    private final Random random;
    private final StringBuilder out = new StringBuilder();

    private RandomMacros(long seed) {
        this.random = new Random(seed);
    }

    /** Returns a macro that follows the grammar. */
    public static String sound(long seed) {
        RandomMacros macros = new RandomMacros(seed);
        if (macros.chance(4)) {
            macros.out.append("winnow 1");
            macros.end();
        }
        macros.statements(1 + macros.random.nextInt(8), 0);
        return macros.out.toString();
    }

    /** Returns a macro with some letters changed, doubled or lost. */
    public static String spoilt(long seed) {
        RandomMacros macros = new RandomMacros(seed);
        StringBuilder text = new StringBuilder(sound(seed));
        for (int i = 1 + macros.random.nextInt(4); i > 0 && text.length() > 0; i--) {
            int at = macros.random.nextInt(text.length());
            int length = Math.min(text.length() - at, 1 + macros.random.nextInt(8));
            switch (macros.random.nextInt(4)) {
                case 0 -> text.delete(at, at + length);
                case 1 -> text.insert(at, text.substring(at, at + length));
                case 2 -> text.setCharAt(at, "()[]{}\"`\\=:,.#\n% \t\r".charAt(macros.random.nextInt(18)));
                default -> text.insert(at, macros.pick(BINARY));
            }
        }
        return text.toString();
    }

    private boolean chance(int oneIn) {
        return random.nextInt(oneIn) == 0;
    }

    private String pick(List<String> words) {
        return words.get(random.nextInt(words.size()));
    }

    private void blank() {
        out.append(chance(3) ? "  \t" : " ");
    }

    private void end() {
        if (chance(4)) {
            out.append("  # note, with { and \" in it");
        }
        out.append(chance(9) ? "\r\n" : "\n");
        if (chance(5)) {
            out.append(chance(2) ? "\n\n" : "   # alone\n");
        }
    }

    private void statements(int count, int depth) {
        for (int i = 0; i < count; i++) {
            out.append(" ".repeat(random.nextInt(5)));
            statement(depth);
            end();
        }
    }

    private void statement(int depth) {
        switch (random.nextInt(depth > 2 ? 7 : 10)) {
            case 0 -> binding("param");
            case 1 -> binding("let");
            case 2 -> {
                out.append("set seed=");
                expression(2);
                if (chance(2)) {
                    out.append(" lumi=");
                    expression(1);
                }
            }
            case 3 -> out.append("include \"a.wn\"");
            case 7 -> {
                out.append("for v in ").append(chance(2) ? "[a, b,c ]" : "1..n-1");
                body(depth);
            }
            case 8 -> {
                out.append("if ");
                expression(2);
                body(depth);
                if (chance(2)) {
                    out.append(" else");
                    body(depth);
                }
            }
            case 9 -> {
                out.append("def f(a, b=2)");
                body(depth);
            }
            default -> step();
        }
    }

    private void binding(String word) {
        out.append(word).append(' ').append("v").append(random.nextInt(9)).append(chance(2) ? "=" : "  = ");
        expression(3);
    }

    private void body(int depth) {
        out.append(chance(2) ? " {" : "{");
        end();
        statements(random.nextInt(3), depth + 1);
        out.append("}");
    }

    private void step() {
        out.append(pick(VERBS));
        blank();
        if (chance(3)) {
            out.append("name").append(chance(2) ? "=" : " = ");
            expression(2);
        } else {
            out.append(pick(NAMES));
        }
        if (chance(2)) {
            blank();
            out.append(pick(KEYWORDS)).append(' ');
            expression(1);
        }
        if (chance(3)) {
            out.append(chance(2) ? " : " : ":");
            expression(3);
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            if (chance(6)) {
                out.append(" \\\n");
            }
            blank();
            out.append("opt").append(i).append('=');
            expression(2);
        }
        if (chance(5)) {
            block();
        }
    }

    private void block() {
        out.append(" {");
        end();
        for (int i = random.nextInt(3); i > 0; i--) {
            if (chance(2)) {
                out.append("cut \"a\":");
            } else {
                out.append("vars = [x, y]  depth=");
            }
            expression(2);
            end();
        }
        out.append("}");
    }

    private void expression(int depth) {
        switch (depth == 0 ? random.nextInt(2) : random.nextInt(10)) {
            case 0 -> out.append(pick(NAMES));
            case 1 -> out.append(pick(VALUES));
            case 2 -> {
                out.append(chance(2) ? "( " : "(");
                expression(depth - 1);
                out.append(pick(BINARY));
                expression(0);
                out.append(")");
            }
            case 3 -> list(depth);
            case 4 -> {
                out.append("f(");
                expression(depth - 1);
                out.append(chance(2) ? " ,k=" : ", k=");
                expression(depth - 1);
                out.append(chance(3) ? " )" : ")");
            }
            case 5 -> {
                out.append("(a.b[0] ? -");
                expression(0);
                out.append(" : not (");
                expression(depth - 1);
                out.append("))");
            }
            case 6 -> {
                out.append(pick(SIGNS));
                expression(depth - 1);
            }
            case 7 -> {
                expression(0);
                out.append(" < ");
                expression(0);
                out.append(chance(2) ? "<=" : " < ");
                expression(depth - 1);
            }
            default -> {
                out.append(pick(NAMES)).append(pick(BINARY)).append(pick(NAMES));
            }
        }
    }

    private void list(int depth) {
        out.append(chance(2) ? "[" : "[ ");
        for (int i = random.nextInt(3); i > 0; i--) {
            if (chance(4)) {
                out.append(chance(2) ? "run=" : "p0..");
                out.append(pick(NAMES));
            } else {
                expression(depth - 1);
            }
            out.append(chance(4) ? " ,\n   " : ",");
        }
        expression(depth - 1);
        out.append("]");
    }
}
