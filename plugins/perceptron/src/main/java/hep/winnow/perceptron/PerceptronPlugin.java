package hep.winnow.perceptron;

import hep.winnow.api.Plugin;
import hep.winnow.api.learn.ModelReader;
import hep.winnow.api.step.Step;
import java.util.List;

/** Rosenblatt's perceptron. */
public final class PerceptronPlugin implements Plugin {
    @Override
    public String id() {
        return "perceptron";
    }

    @Override
    public String description() {
        return "Rosenblatt's perceptron, with its averaged and pocket variants";
    }

    @Override
    public List<Class<? extends Step>> steps() {
        return List.of(Perceptron.class);
    }

    @Override
    public List<ModelReader> modelReaders() {
        return List.of(new PerceptronReader());
    }
}
