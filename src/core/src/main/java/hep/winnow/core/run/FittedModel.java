package hep.winnow.core.run;

import hep.winnow.api.event.Column;
import hep.winnow.api.learn.History;
import hep.winnow.core.expr.Evaluator;
import hep.winnow.core.macro.ColumnExpression;
import hep.winnow.core.macro.ModelDecl;
import hep.winnow.core.model.Pipeline;
import java.util.List;

/**
 * A model that can score.
 *
 * @param decl as the macro declares it
 * @param pipeline fills, scaling and the model proper
 * @param classes names of the classes, in the order of its main outputs; empty where nothing is classified
 * @param history of its training
 * @param inputs evaluates its inputs
 */
record FittedModel(ModelDecl decl, Pipeline pipeline, List<String> classes, History history, Evaluator inputs) {
    static FittedModel of(ModelDecl decl, Pipeline pipeline, List<String> classes, History history) {
        return new FittedModel(
                decl,
                pipeline,
                classes,
                history,
                new Evaluator(
                        decl.inputs().stream().map(ColumnExpression::typed).toList()));
    }

    /** Returns the number of main outputs; they come first. */
    int mainOutputs() {
        return pipeline.model().outputs()
                - decl.namedOutputs().size()
                + decl.targetOutputs().size();
    }

    /** Returns the scores of {@code n} events: one array per output. */
    double[][] score(List<Column> columns, int n) {
        double[][] out = new double[pipeline.model().outputs()][n];
        pipeline.score(columns, n, out);
        return out;
    }

    /** As {@link #score(List, int)}, of plain arrays. */
    double[][] score(double[][] values, int n) {
        double[][] out = new double[pipeline.model().outputs()][n];
        pipeline.score(values, n, out);
        return out;
    }
}
