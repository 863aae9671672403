package hep.winnow.imports.tmva;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Turns a formula of ROOT's TTreeFormula into one of the macro language, with parentheses wherever they might be needed. What means something else there, or is not understood, is not translated.
 *
 * <pre>
 * abs(var1-var2)        abs((var1 - var2))
 * TMath::Sqrt(a*a+1.)   sqrt(((a * a) + 1.0))
 * jet.pt[0] &amp;&amp; x&lt;2      (`jet.pt`[0] and (x &lt; 2))
 * </pre>
 */
final class TreeFormula {
    /** Functions of one name and meaning, by what follows {@code TMath::} or {@code std::} in lower case, with their number of arguments. */
    private static final Map<String, Integer> SAME = Map.ofEntries(
            Map.entry("abs", 1),
            Map.entry("sqrt", 1),
            Map.entry("exp", 1),
            Map.entry("log", 1),
            Map.entry("log10", 1),
            Map.entry("sin", 1),
            Map.entry("cos", 1),
            Map.entry("tan", 1),
            Map.entry("asin", 1),
            Map.entry("acos", 1),
            Map.entry("atan", 1),
            Map.entry("sinh", 1),
            Map.entry("cosh", 1),
            Map.entry("tanh", 1),
            Map.entry("floor", 1),
            Map.entry("ceil", 1),
            Map.entry("atan2", 2),
            Map.entry("min", 2),
            Map.entry("max", 2));

    private static final Set<String> WORDS = Set.of("and", "or", "not", "true", "false", "from", "on", "in", "to", "vs", "into", "extends");
    private static final int DEEPEST = 100;

    private final List<String> tokens;
    private int at;
    private int depth;

    private TreeFormula(List<String> tokens) {
        this.tokens = tokens;
    }

    /** Returns the translation; empty if there is none. */
    static Optional<String> translate(String formula) {
        try {
            TreeFormula parser = new TreeFormula(tokens(formula));
            String text = parser.conditional();
            return parser.at == parser.tokens.size() ? Optional.of(text) : Optional.empty();
        } catch (Unknown e) {
            return Optional.empty();
        }
    }

    /** Something that is not understood. */
    private static final class Unknown extends Exception {
        private static final long serialVersionUID = 1L;
    }

    private static List<String> tokens(String formula) throws Unknown {
        List<String> out = new ArrayList<>();
        int i = 0;
        while (i < formula.length()) {
            char c = formula.charAt(i);
            int from = i;
            if (Character.isWhitespace(c)) {
                i++;
                continue;
            } else if (isDigit(c) || c == '.' && i + 1 < formula.length() && isDigit(formula.charAt(i + 1))) {
                i = endOfNumber(formula, i);
            } else if (isLetter(c)) {
                i = endOfName(formula, i);
            } else if ("&&||==!=<=>=**".contains(two(formula, i)) && two(formula, i).length() == 2 && isOperator(two(formula, i))) {
                i += 2;
            } else if ("+-*/^()[],?:!<>".indexOf(c) >= 0) {
                i++;
            } else {
                throw new Unknown();
            }
            out.add(formula.substring(from, i));
        }
        return out;
    }

    private static boolean isOperator(String two) {
        return Set.of("&&", "||", "==", "!=", "<=", ">=", "**").contains(two);
    }

    private static String two(String text, int i) {
        return text.substring(i, Math.min(text.length(), i + 2));
    }

    private static int endOfNumber(String text, int from) {
        int i = from;
        while (i < text.length() && (isDigit(text.charAt(i)) || text.charAt(i) == '.')) {
            i++;
        }
        if (i < text.length() && (text.charAt(i) == 'e' || text.charAt(i) == 'E')) {
            int sign = i + 1 < text.length() && "+-".indexOf(text.charAt(i + 1)) >= 0 ? 1 : 0;
            int end = i + 1 + sign;
            while (end < text.length() && isDigit(text.charAt(end))) {
                end++;
            }
            i = end > i + 1 + sign ? end : i;
        }
        return i;
    }

    /** A name may have points and colons in it: {@code jet.pt}, {@code TMath::Abs}. */
    private static int endOfName(String text, int from) {
        int i = from;
        while (i < text.length()) {
            boolean isScope = text.startsWith("::", i) && i + 2 < text.length() && isLetter(text.charAt(i + 2));
            boolean isPoint = text.charAt(i) == '.' && i + 1 < text.length() && isLetter(text.charAt(i + 1));
            if (isScope) {
                i += 2;
            } else if (isPoint || isLetter(text.charAt(i)) || isDigit(text.charAt(i))) {
                i++;
            } else {
                break;
            }
        }
        return i;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
    }

    private String peek() {
        return at < tokens.size() ? tokens.get(at) : "";
    }

    private boolean accept(String token) {
        boolean isIt = peek().equals(token);
        at += isIt ? 1 : 0;
        return isIt;
    }

    private void expect(String token) throws Unknown {
        if (!accept(token)) {
            throw new Unknown();
        }
    }

    private String conditional() throws Unknown {
        if (++depth > DEEPEST) {
            throw new Unknown();
        }
        String condition = binary(0);
        if (accept("?")) {
            String whenTrue = conditional();
            expect(":");
            String whenFalse = conditional();
            condition = "(" + condition + " ? " + whenTrue + " : " + whenFalse + ")";
        }
        depth--;
        return condition;
    }

    /** Operators of one line bind alike, weakest first. A comparison of a comparison means something else here than there. */
    private static final List<Map<String, String>> BINARY = List.of(
            Map.of("||", "or"),
            Map.of("&&", "and"),
            Map.of("==", "==", "!=", "!=", "<", "<", ">", ">", "<=", "<=", ">=", ">="),
            Map.of("+", "+", "-", "-"),
            Map.of("*", "*", "/", "/"));

    private static final int COMPARISON = 2;

    private String binary(int level) throws Unknown {
        if (level == BINARY.size()) {
            return unary();
        }
        String left = binary(level + 1);
        int count = 0;
        while (BINARY.get(level).containsKey(peek())) {
            String operator = BINARY.get(level).get(tokens.get(at++));
            if (level == COMPARISON && ++count > 1) {
                throw new Unknown();
            }
            left = "(" + left + " " + operator + " " + binary(level + 1) + ")";
        }
        return left;
    }

    private String unary() throws Unknown {
        if (++depth > DEEPEST) {
            throw new Unknown();
        }
        String out;
        if (accept("-")) {
            out = "(-" + unary() + ")";
        } else if (accept("+")) {
            out = unary();
        } else if (accept("!")) {
            out = "(not " + unary() + ")";
        } else {
            out = power();
        }
        depth--;
        return out;
    }

    /** A power of a power binds from the left in some versions of ROOT, and from the right in others. */
    private String power() throws Unknown {
        String base = primary();
        if (!accept("^") && !accept("**")) {
            return base;
        }
        String exponent = accept("-") ? "(-" + primary() + ")" : primary();
        if (peek().equals("^") || peek().equals("**")) {
            throw new Unknown();
        }
        return "(" + base + "^" + exponent + ")";
    }

    private String primary() throws Unknown {
        if (accept("(")) {
            String inner = conditional();
            expect(")");
            return inner;
        }
        String token = peek();
        if (token.isEmpty()) {
            throw new Unknown();
        }
        at++;
        if (isDigit(token.charAt(0)) || token.charAt(0) == '.') {
            return number(token);
        }
        if (!isLetter(token.charAt(0))) {
            throw new Unknown();
        }
        if (accept("(")) {
            return call(token);
        }
        return accept("[") ? element(token) : column(token);
    }

    private static String number(String token) throws Unknown {
        if (!token.matches("([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?")) {
            throw new Unknown();
        }
        String mantissa = token.split("[eE]", -1)[0];
        String rest = token.substring(mantissa.length());
        String whole = mantissa.startsWith(".") ? "0" + mantissa : mantissa;
        return (whole.endsWith(".") ? whole + "0" : whole) + rest;
    }

    /** An element of an array, by a number; {@code x[i]} of another column is a loop there. */
    private String element(String name) throws Unknown {
        String index = peek();
        at++;
        if (!index.matches("[0-9]{1,9}")) {
            throw new Unknown();
        }
        expect("]");
        return column(name) + "[" + index + "]";
    }

    private static String column(String name) throws Unknown {
        if (name.contains("::")) {
            throw new Unknown();
        }
        return name.contains(".") || WORDS.contains(name) ? "`" + name + "`" : name;
    }

    private String call(String name) throws Unknown {
        List<String> arguments = new ArrayList<>();
        if (!accept(")")) {
            do {
                arguments.add(conditional());
            } while (accept(","));
            expect(")");
        }
        String own = name.replaceFirst("^(TMath|std)::", "").toLowerCase(java.util.Locale.ROOT);
        boolean isScoped = name.contains("::");
        if (!isScoped && !own.equals(name)) {
            throw new Unknown();
        }
        if (isScoped && !name.startsWith("TMath::") && !name.startsWith("std::")) {
            throw new Unknown();
        }
        if (SAME.getOrDefault(own, -1) == arguments.size()) {
            return own + "(" + String.join(", ", arguments) + ")";
        }
        return special(own, arguments);
    }

    private static String special(String name, List<String> arguments) throws Unknown {
        String call = name + arguments.size();
        return switch (call) {
            case "fabs1" -> "abs(" + arguments.get(0) + ")";
            case "pow2", "power2" -> "(" + arguments.get(0) + "^" + arguments.get(1) + ")";
            case "sq1" -> "(" + arguments.get(0) + "*" + arguments.get(0) + ")";
            case "pi0" -> "3.141592653589793";
            default -> throw new Unknown();
        };
    }
}
