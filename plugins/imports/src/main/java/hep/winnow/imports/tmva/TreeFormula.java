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

    private static final Set<String> WORDS =
            Set.of("and", "or", "not", "true", "false", "from", "on", "in", "to", "vs", "into", "extends");
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
            TreeFormula parser = new TreeFormula(FormulaTokens.of(formula));
            String text = parser.conditional();
            return parser.at == parser.tokens.size() ? Optional.of(text) : Optional.empty();
        } catch (FormulaTokens.Unknown e) {
            return Optional.empty();
        }
    }

    private String peek() {
        return at < tokens.size() ? tokens.get(at) : "";
    }

    private boolean accept(String token) {
        boolean isIt = peek().equals(token);
        at += isIt ? 1 : 0;
        return isIt;
    }

    private void expect(String token) throws FormulaTokens.Unknown {
        if (!accept(token)) {
            throw new FormulaTokens.Unknown();
        }
    }

    private String conditional() throws FormulaTokens.Unknown {
        if (++depth > DEEPEST) {
            throw new FormulaTokens.Unknown();
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

    private String binary(int level) throws FormulaTokens.Unknown {
        if (level == BINARY.size()) {
            return unary();
        }
        String left = binary(level + 1);
        int count = 0;
        while (BINARY.get(level).containsKey(peek())) {
            String operator = BINARY.get(level).get(tokens.get(at++));
            if (level == COMPARISON && ++count > 1) {
                throw new FormulaTokens.Unknown();
            }
            left = "(" + left + " " + operator + " " + binary(level + 1) + ")";
        }
        return left;
    }

    private String unary() throws FormulaTokens.Unknown {
        if (++depth > DEEPEST) {
            throw new FormulaTokens.Unknown();
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
    private String power() throws FormulaTokens.Unknown {
        String base = primary();
        if (!accept("^") && !accept("**")) {
            return base;
        }
        String exponent = accept("-") ? "(-" + primary() + ")" : primary();
        if (peek().equals("^") || peek().equals("**")) {
            throw new FormulaTokens.Unknown();
        }
        return "(" + base + "^" + exponent + ")";
    }

    private String primary() throws FormulaTokens.Unknown {
        if (accept("(")) {
            String inner = conditional();
            expect(")");
            return inner;
        }
        String token = peek();
        if (token.isEmpty()) {
            throw new FormulaTokens.Unknown();
        }
        at++;
        if (FormulaTokens.isDigit(token.charAt(0)) || token.charAt(0) == '.') {
            return number(token);
        }
        if (!FormulaTokens.isLetter(token.charAt(0))) {
            throw new FormulaTokens.Unknown();
        }
        if (accept("(")) {
            return call(token);
        }
        return accept("[") ? element(token) : column(token);
    }

    private static String number(String token) throws FormulaTokens.Unknown {
        if (!token.matches("([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?")) {
            throw new FormulaTokens.Unknown();
        }
        String mantissa = token.split("[eE]", -1)[0];
        String rest = token.substring(mantissa.length());
        String whole = mantissa.startsWith(".") ? "0" + mantissa : mantissa;
        return (whole.endsWith(".") ? whole + "0" : whole) + rest;
    }

    /** An element of an array, by a number; {@code x[i]} of another column is a loop there. */
    private String element(String name) throws FormulaTokens.Unknown {
        String index = peek();
        at++;
        if (!index.matches("[0-9]{1,9}")) {
            throw new FormulaTokens.Unknown();
        }
        expect("]");
        return column(name) + "[" + index + "]";
    }

    private static String column(String name) throws FormulaTokens.Unknown {
        if (name.contains("::")) {
            throw new FormulaTokens.Unknown();
        }
        return name.contains(".") || WORDS.contains(name) ? "`" + name + "`" : name;
    }

    private String call(String name) throws FormulaTokens.Unknown {
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
            throw new FormulaTokens.Unknown();
        }
        if (isScoped && !name.startsWith("TMath::") && !name.startsWith("std::")) {
            throw new FormulaTokens.Unknown();
        }
        if (SAME.getOrDefault(own, -1) == arguments.size()) {
            return own + "(" + String.join(", ", arguments) + ")";
        }
        return special(own, arguments);
    }

    private static String special(String name, List<String> arguments) throws FormulaTokens.Unknown {
        String call = name + arguments.size();
        return switch (call) {
            case "fabs1" -> "abs(" + arguments.get(0) + ")";
            case "pow2", "power2" -> "(" + arguments.get(0) + "^" + arguments.get(1) + ")";
            case "sq1" -> "(" + arguments.get(0) + "*" + arguments.get(0) + ")";
            case "pi0" -> "3.141592653589793";
            default -> throw new FormulaTokens.Unknown();
        };
    }
}
