package hep.winnow.core.model;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.graph.Graph;
import hep.winnow.api.learn.ModelContract;
import hep.winnow.api.learn.ModelInput;
import hep.winnow.core.text.Numbers;
import java.util.ArrayList;
import java.util.List;

/** What other programs are told of a model. */
public final class Contracts {
    /** How far the scores of a model's operations, or of a file, may be from its own. */
    public static final double TOLERANCE = 1e-5;

    private Contracts() {}

    /**
     * Returns the contract of a model.
     *
     * @param name that the model has outside
     * @throws UserError if the model does not tell what it computes
     */
    public static ModelContract of(String name, SavedModel model) {
        Graph own = model.pipeline()
                .model()
                .graph()
                .orElseThrow(() -> UserError.data(
                        "a model of '" + model.learner() + "' cannot be exported: it does not tell what it computes",
                        "save it as .wnm, or train a network or a linear model"));
        List<ModelInput> inputs = inputs(model);
        ModelContract contract = new ModelContract(
                name,
                model.learner(),
                model.task(),
                model.classes(),
                model.targets(),
                model.furtherOutputs(),
                inputs,
                PipelineGraph.of(model.pipeline(), inputs, own),
                model.pipeline().model().threshold(),
                model.test(),
                model.test().stream().map(model::score).toList(),
                ContractJson.write(name, model, inputs));
        check(contract);
        return contract;
    }

    /** Returns the contract of a model as JSON on one line; unlike {@link #of}, of any model. */
    public static String json(String name, SavedModel model) {
        return ContractJson.write(name, model, inputs(model));
    }

    private static List<ModelInput> inputs(SavedModel model) {
        List<ModelInput> out = new ArrayList<>();
        double[] fill = model.pipeline().fill();
        for (int i = 0; i < fill.length; i++) {
            InputSpec spec = model.inputs().get(i);
            out.add(new ModelInput(
                    spec.name(), spec.expression(), spec.unit(), spec.columns(), spec.sentinels(), fill[i]));
        }
        return out;
    }

    /** What a model tells of itself must be what it does. */
    private static void check(ModelContract contract) {
        List<double[]> made =
                contract.testInputs().stream().map(contract.graph()::evaluate).toList();
        double difference = ModelContract.difference(contract.testScores(), made);
        if (!(difference <= TOLERANCE)) {
            throw new IllegalStateException("the operations of model '" + contract.name()
                    + "' give scores that differ by " + Numbers.text(difference) + " from its own");
        }
    }
}
