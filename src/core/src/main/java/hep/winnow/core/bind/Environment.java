package hep.winnow.core.bind;

import hep.winnow.api.diagnostic.Diagnostic;
import hep.winnow.api.step.EventExpression;
import hep.winnow.api.step.InputFile;
import hep.winnow.api.step.ModelRef;
import hep.winnow.api.step.Scope;
import hep.winnow.core.expr.TypedExpr;
import hep.winnow.core.lang.Expr;
import java.nio.file.Path;
import java.util.Optional;

/** What the macro means so far. Every method that returns empty has reported why. */
public interface Environment {
    /** Returns the value of an expression that needs no events. */
    Optional<TypedExpr.Constant> constant(Expr expr);

    /** Returns an expression over events. */
    Optional<EventExpression> expression(Expr expr);

    /** Returns the events that an expression names. */
    Optional<Scope> scope(Expr expr);

    /** Returns the model that an expression names. */
    Optional<ModelRef> model(Expr expr);

    /** Returns the folder that input files are relative to; {@code expr} is where the file is named. */
    Path inputBase(Expr expr);

    /**
     * Notes a file that the macro reads.
     *
     * @throws hep.winnow.core.access.AccessError if it may not
     */
    void reads(InputFile file);

    /** Returns the text of an expression as the macro spells it. */
    String text(Expr expr);

    /** Tells of a problem. */
    void report(Diagnostic diagnostic);
}
