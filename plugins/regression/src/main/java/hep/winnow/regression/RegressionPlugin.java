package hep.winnow.regression;

import hep.winnow.api.Plugin;
import hep.winnow.api.learn.ModelReader;
import hep.winnow.api.step.Step;
import java.util.List;

/** Learners with a closed or convex answer: discriminants, logistic and linear regression. */
public final class RegressionPlugin implements Plugin {
    @Override
    public String id() {
        return "regression";
    }

    @Override
    public String description() {
        return "Linear learners: lda, fisher, logistic, linear, ridge";
    }

    @Override
    public List<Class<? extends Step>> steps() {
        return List.of(Lda.class, Fisher.class, Logistic.class, Linear.class, Ridge.class);
    }

    @Override
    public List<ModelReader> modelReaders() {
        return List.of(
                new LinearReader("lda"),
                new LinearReader("fisher"),
                new LinearReader("logistic"),
                new LinearReader("linear"),
                new LinearReader("ridge"));
    }
}
