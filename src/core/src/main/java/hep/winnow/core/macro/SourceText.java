package hep.winnow.core.macro;

import hep.winnow.core.lang.Expr;
import hep.winnow.core.lang.OptionArg;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Spells expressions as the macro does, with what a param, let or loop put in the place of its name: {@code sqrt(pt)} where {@code sqrt(v)} stands. */
final class SourceText {
    private final Map<String, String> texts;
    private final Function<Expr, Optional<Expr>> origin;

    /**
     * Makes a speller.
     *
     * @param texts of the files, by name
     * @param origin of an expression that was put in the place of a name: where it stood before
     */
    SourceText(Map<String, String> texts, Function<Expr, Optional<Expr>> origin) {
        this.texts = texts;
        this.origin = origin;
    }

    /** Returns the text of an expression; of a string, with its quotes. */
    String of(Expr expr) {
        Optional<Expr> before = origin.apply(expr);
        if (before.isPresent()) {
            return of(before.get());
        }
        if (expr instanceof Expr.StringLiteral string) {
            return quoted(string.value());
        }
        String file = texts.getOrDefault(expr.span().file(), "");
        StringBuilder out = new StringBuilder();
        int at = Math.min(expr.span().start(), file.length());
        for (Expr part : parts(expr)) {
            out.append(file, at, Math.max(at, Math.min(part.span().start(), file.length())));
            out.append(inner(part));
            at = Math.min(part.span().end(), file.length());
        }
        return out.append(file, at, Math.max(at, Math.min(expr.span().end(), file.length())))
                .toString();
    }

    /** What took the place of a name may bind less tightly than a name. */
    private String inner(Expr part) {
        boolean isCompound = part instanceof Expr.Unary
                || part instanceof Expr.Binary
                || part instanceof Expr.Comparison
                || part instanceof Expr.Conditional
                || part instanceof Expr.RangeExpr;
        return isCompound && origin.apply(part).isPresent() ? "(" + of(part) + ")" : of(part);
    }

    /** Returns the direct parts of an expression, in the order in which they are written. */
    private static List<Expr> parts(Expr expr) {
        if (expr instanceof Expr.ListLiteral list) {
            return list.items();
        }
        if (expr instanceof Expr.Unary unary) {
            return List.of(unary.operand());
        }
        if (expr instanceof Expr.Binary binary) {
            return List.of(binary.left(), binary.right());
        }
        if (expr instanceof Expr.Comparison comparison) {
            return comparison.operands();
        }
        if (expr instanceof Expr.Conditional choice) {
            return List.of(choice.condition(), choice.whenTrue(), choice.whenFalse());
        }
        if (expr instanceof Expr.RangeExpr range) {
            return List.of(range.low(), range.high());
        }
        if (expr instanceof Expr.Call call) {
            return Stream.concat(
                            call.arguments().stream(), call.named().stream().map(OptionArg::value))
                    .toList();
        }
        if (expr instanceof Expr.Index index) {
            return List.of(index.target(), index.index());
        }
        if (expr instanceof Expr.Field field) {
            return List.of(field.target());
        }
        return expr instanceof Expr.Pair pair ? List.of(pair.value()) : List.of();
    }

    private static String quoted(String text) {
        return '"'
                + text.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", "\\n")
                        .replace("\t", "\\t")
                + '"';
    }
}
