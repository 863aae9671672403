package hep.winnow.core.macro;

import hep.winnow.api.diagnostic.Span;
import hep.winnow.core.lang.Expr;
import hep.winnow.core.lang.Operand;
import hep.winnow.core.lang.OptionArg;
import hep.winnow.core.lang.Statement.StepStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Finds the place in a statement, or in a call, that a complaint is about. */
final class Places {
    private final Span whole;
    private final List<Expr> roots;

    private Places(Span whole, List<Expr> roots) {
        this.whole = whole;
        this.roots = roots;
    }

    /** Returns the places of a statement; what cannot be found is its verb. */
    static Places of(StepStatement step) {
        List<Expr> roots = new ArrayList<>();
        add(step, roots);
        return new Places(step.verb().span(), roots);
    }

    private static void add(StepStatement step, List<Expr> roots) {
        step.operands().forEach(o -> roots.add(o.value()));
        step.condition().ifPresent(roots::add);
        step.options().forEach(o -> roots.add(o.value()));
        step.steps().forEach(s -> add(s, roots));
    }

    /** Returns the places of an expression; what cannot be found is all of it. */
    static Places of(Expr expr) {
        return new Places(expr.span(), List.of(expr));
    }

    /** Returns the first name of which a condition holds. */
    Span of(Predicate<Expr.NameRef> isMeant) {
        return find(e -> e instanceof Expr.NameRef name && isMeant.test(name));
    }

    private Span find(Predicate<Expr> isMeant) {
        for (Expr root : roots) {
            Optional<Span> found = find(root, isMeant);
            if (found.isPresent()) {
                return found.get();
            }
        }
        return whole;
    }

    /** Returns the first string of that text. */
    Span ofText(String text) {
        return find(
                e -> e instanceof Expr.StringLiteral string && string.value().equals(text));
    }

    private static Optional<Span> find(Expr expr, Predicate<Expr> isMeant) {
        if (isMeant.test(expr)) {
            return Optional.of(expr.span());
        }
        for (Expr child : SyntaxTree.children(expr)) {
            Optional<Span> found = find(child, isMeant);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** Returns the value of an option; the verb if it is not given. */
    static Span option(StepStatement step, String name) {
        return value(step, name).map(Expr::span).orElse(step.verb().span());
    }

    /** Returns item {@code i} of the list that an option is given; the whole value if it is no list. */
    static Span item(StepStatement step, String option, int i) {
        Optional<Expr> value = value(step, option);
        if (value.isPresent()
                && value.get() instanceof Expr.ListLiteral list
                && i < list.items().size()) {
            return list.items().get(i).span();
        }
        return option(step, option);
    }

    private static Optional<Expr> value(StepStatement step, String option) {
        return step.options().stream()
                .filter(o -> o.name().text().equals(option))
                .map(OptionArg::value)
                .findFirst();
    }

    /** Returns the operand behind a keyword, or the first one without for the empty keyword; the verb if it is not there. */
    static Span operand(StepStatement step, String keyword) {
        return step.operands().stream()
                .filter(o -> o.keyword().equals(keyword))
                .map(Operand::value)
                .map(Expr::span)
                .findFirst()
                .orElse(step.verb().span());
    }
}
