package hep.winnow.evaluation;

import hep.winnow.api.Plugin;
import hep.winnow.api.function.Measure;
import hep.winnow.api.step.Step;
import hep.winnow.api.step.VerbText;
import java.util.List;

/** Judging models: ROC curves, overtraining, honest cuts, decision regions, and single numbers for {@code expect}. */
public final class EvaluationPlugin implements Plugin {
    @Override
    public String id() {
        return "evaluation";
    }

    @Override
    public String description() {
        return "Judges models: ROC curves, overtraining, honest cuts, decision regions, confusion of classes";
    }

    @Override
    public List<Class<? extends Step>> steps() {
        return List.of(
                Roc.class,
                Monitor.class,
                Optimise.class,
                Boundary.class,
                Confusion.class,
                Gradients.class,
                Scatter.class,
                Closure.class);
    }

    @Override
    public List<VerbText> verbTexts() {
        return List.of(VerbText.resource(EvaluationPlugin.class, "nn_selection.wn"));
    }

    @Override
    public List<Class<? extends Measure>> measures() {
        return List.of(
                Auc.class,
                AucError.class,
                EfficiencyAt.class,
                Accuracy.class,
                Rmse.class,
                Mae.class,
                R2.class,
                Average.class,
                Spread.class,
                Yield.class,
                GradientRatio.class);
    }
}
