package hep.winnow.core.expr;

import hep.winnow.api.diagnostic.Diagnostic;
import hep.winnow.core.lang.Expr;
import java.util.List;
import java.util.Optional;

/**
 * Turns expressions of the language into typed ones: resolves names, checks types, folds constants. All errors of an expression are
 * reported, not only the first. For the codes see {@link hep.winnow.core.lang.CheckCode}.
 */
public final class Compiler {
    private final FunctionTable functions;
    private final Problems problems;

    /**
     * Makes a compiler.
     *
     * @param functions what can be called
     * @param out takes the diagnostics
     */
    public Compiler(FunctionTable functions, List<Diagnostic> out) {
        this.functions = functions;
        this.problems = new Problems(out);
    }

    /** Returns the typed expression; empty if it has errors, which are then reported, here or before. */
    public Optional<TypedExpr> compile(Expr expr, Names names) {
        TypedExpr typed = new ExprCompiler(functions, problems, names).compile(expr);
        return ExprCompiler.isBroken(typed) ? Optional.empty() : Optional.of(typed);
    }

    /**
     * Returns the typed expression if it is of a type.
     *
     * @param user what needs it, as the message should say: "'cut'", "option 'signal'"
     */
    public Optional<TypedExpr> compile(Expr expr, Names names, ValueType expected, String user) {
        Optional<TypedExpr> typed = compile(expr, names);
        if (typed.isPresent() && typed.get().type() != expected) {
            problems.wrongType(user, expected, expr, typed.get().type());
            return Optional.empty();
        }
        return typed;
    }

    /** Returns the value of an expression that must be known before events are read: of numbers, units, params and functions of them. */
    public Optional<TypedExpr.Constant> constant(Expr expr, Names names, ValueType expected, String user) {
        Optional<TypedExpr> typed = compile(expr, names, expected, user);
        if (typed.isEmpty()) {
            return Optional.empty();
        }
        if (typed.get().unwrap() instanceof TypedExpr.Constant constant) {
            return Optional.of(constant);
        }
        problems.notConstant(expr);
        return Optional.empty();
    }
}
