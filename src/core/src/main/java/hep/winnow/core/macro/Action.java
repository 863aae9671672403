package hep.winnow.core.macro;

import hep.winnow.api.learn.ExportOptions;
import hep.winnow.api.learn.ModelWriter;
import hep.winnow.api.step.EventStep;
import hep.winnow.api.step.OutputFile;
import hep.winnow.api.step.ReportStep;
import hep.winnow.api.step.TableStep;
import hep.winnow.api.step.TrainStep;
import hep.winnow.core.expr.TypedExpr;
import java.util.List;

/** What a statement makes the run do; declarations make it do nothing. */
public sealed interface Action {
    /** Fills in a pass. */
    record Fill(EventStep<?> step) implements Action {}

    /** Looks at whole columns. */
    record Look(TableStep step) implements Action {}

    /** Trains a model. */
    record Train(TrainStep step, ModelDecl model) implements Action {}

    /** Writes a model. */
    record SaveModel(ModelDecl model, OutputFile file) implements Action {}

    /** Writes a model for other programs. */
    record ExportModel(ModelDecl model, OutputFile file, ModelWriter writer, ExportOptions options) implements Action {}

    /** Evaluates single numbers: {@code expect} and {@code print}; {@code text} is what the macro asks for. */
    record Tell(boolean isExpect, String text, List<TypedExpr> values) implements Action {
        public Tell {
            values = List.copyOf(values);
        }
    }

    /** Tells of the whole run when all else is done. */
    record Report(ReportStep step) implements Action {}
}
