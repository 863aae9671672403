package hep.winnow.imports.tmva;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Parts a formula of TTreeFormula into numbers, names and operators. */
final class FormulaTokens {
    private static final Set<String> OPERATORS = Set.of("&&", "||", "==", "!=", "<=", ">=", "**");

    private FormulaTokens() {}

    /** Something that is not understood. */
    static final class Unknown extends Exception {
        private static final long serialVersionUID = 1L;
    }

    static List<String> of(String formula) throws Unknown {
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
            } else if (OPERATORS.contains(two(formula, i))) {
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

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
    }
}
