package hep.winnow.core.run;

import hep.winnow.core.access.FileAccess;
import hep.winnow.core.expr.Evaluator;
import hep.winnow.core.expr.TypedExpr;
import hep.winnow.core.macro.ModelDecl;

/** What frames ask of the run: numbers that came to be while it went on. */
interface Shared {
    /** Returns the fitted model. */
    FittedModel model(ModelDecl model);

    /** Returns a single number, such as {@code best.cut}. */
    double scalar(TypedExpr.Scalar scalar);

    /** Returns the evaluator of one expression that every block is asked for. */
    Evaluator evaluator(TypedExpr expr);

    /** Returns the factor from the raw weights of a sample to physical ones. */
    double weightScale(int sample);

    /** Returns the index of a class; the value is text as the sample's class column has it. */
    int classIndex(String value);

    /** Warns the user of something that no statement is to blame for. */
    void warn(String message);

    /** Returns which files the run may touch. */
    FileAccess access();

    /** Returns the seed of the run. */
    long seed();
}
