package hep.winnow.core.hist;

import hep.winnow.api.run.StepContext;
import hep.winnow.core.expr.TypedExpr;
import java.util.function.ToDoubleFunction;

/** A context that knows the numbers that statements find, such as {@code best.cut}. */
public interface Scalars {
    /** Returns the value of a scalar that is known by now. */
    double scalar(TypedExpr.Scalar scalar);

    /** Returns how scalars are looked up in a context: NaN where it knows none. */
    static ToDoubleFunction<TypedExpr.Scalar> of(StepContext context) {
        return context instanceof Scalars scalars ? scalars::scalar : scalar -> Double.NaN;
    }
}
