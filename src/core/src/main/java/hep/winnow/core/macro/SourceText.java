package hep.winnow.core.macro;

import hep.winnow.core.lang.Expr;
import hep.winnow.core.lang.Statement.StepStatement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

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
        if (expr instanceof Expr.NameRef name && !name.isQuoted()) {
            return name.name();
        }
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
        for (Expr part : SyntaxTree.children(expr)) {
            out.append(file, at, Math.max(at, Math.min(part.span().start(), file.length())));
            out.append(inner(part));
            at = Math.min(part.span().end(), file.length());
        }
        return out.append(file, at, Math.max(at, Math.min(expr.span().end(), file.length())))
                .toString();
    }

    /** Returns the text of a statement; of its block's own statements, as they are written. */
    String of(StepStatement step) {
        List<Expr> parts = new ArrayList<>();
        step.name().ifPresent(n -> parts.add(new Expr.NameRef(n.text(), false, n.span())));
        step.operands().forEach(o -> parts.add(o.value()));
        step.condition().ifPresent(parts::add);
        step.options().forEach(o -> parts.add(o.value()));
        parts.sort(Comparator.comparingInt(p -> p.span().start()));
        String file = texts.getOrDefault(step.span().file(), "");
        StringBuilder out = new StringBuilder();
        int at = Math.min(step.span().start(), file.length());
        for (Expr part : parts) {
            out.append(file, at, Math.max(at, Math.min(part.span().start(), file.length())));
            out.append(of(part));
            at = Math.max(at, Math.min(part.span().end(), file.length()));
        }
        return out.append(file, at, Math.max(at, Math.min(step.span().end(), file.length())))
                .toString();
    }

    /** What took the place of a name may bind less tightly than a name. */
    private String inner(Expr part) {
        Expr written = part;
        for (Optional<Expr> before = origin.apply(part); before.isPresent(); before = origin.apply(written)) {
            written = before.get();
        }
        boolean isCompound = written instanceof Expr.Unary
                || written instanceof Expr.Binary
                || written instanceof Expr.Comparison
                || written instanceof Expr.Conditional
                || written instanceof Expr.RangeExpr;
        return isCompound && written != part ? "(" + of(part) + ")" : of(part);
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
