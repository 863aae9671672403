package hep.winnow.core.model;

import hep.winnow.api.graph.Graph;
import hep.winnow.api.graph.Operation;
import hep.winnow.api.graph.Precision;
import hep.winnow.api.learn.ModelInput;
import hep.winnow.core.model.transform.Affine;
import hep.winnow.core.model.transform.FittedTransform;
import hep.winnow.core.model.transform.Quantiles;
import hep.winnow.core.model.transform.Rotation;
import java.util.List;

/** A pipeline as a graph: fills, transforms and scale in double, then the model's own graph. */
final class PipelineGraph {
    private PipelineGraph() {}

    /** Returns the graph of a pipeline around that of its model. */
    static Graph of(Pipeline pipeline, List<ModelInput> inputs, Graph model) {
        Graph.Builder graph = Graph.of(inputs.size(), Precision.DOUBLE);
        List<double[]> sentinels = inputs.stream().map(ModelInput::ownSentinels).toList();
        int filled = graph.add(new Operation.Fill(sentinels, pipeline.fill()), Precision.DOUBLE, graph.input());
        int x = filled;
        for (FittedTransform transform : pipeline.transforms()) {
            x = graph.add(operation(transform), Precision.DOUBLE, centred(graph, transform, x));
        }
        double[] factor = pipeline.factor();
        x = graph.add(new Operation.Scale(pipeline.shift(), factor, new double[factor.length]), Precision.DOUBLE, x);
        int features = graph.add(new Operation.Convert(), Precision.FLOAT, x);
        int score = graph.addAll(model, features);
        graph.add(new Operation.WhereFinite(), Precision.DOUBLE, score, filled, features);
        return graph.build();
    }

    /** What a rotation takes first: the distances from its centre. */
    private static int centred(Graph.Builder graph, FittedTransform transform, int x) {
        if (transform instanceof Rotation rotation) {
            double[] ones = new double[rotation.inputs()];
            java.util.Arrays.fill(ones, 1);
            return graph.add(
                    new Operation.Scale(rotation.centre(), ones, new double[ones.length]), Precision.DOUBLE, x);
        }
        return x;
    }

    private static Operation operation(FittedTransform transform) {
        if (transform instanceof Affine affine) {
            return new Operation.Scale(affine.shift(), affine.factor(), new double[affine.inputs()]);
        }
        if (transform instanceof Rotation rotation) {
            return new Operation.Dense(
                    rotation.inputs(), rotation.outputs(), transposed(rotation), new double[rotation.outputs()]);
        }
        Quantiles quantiles = (Quantiles) transform;
        return new Operation.Interpolate(quantiles.from(), quantiles.to());
    }

    private static double[] transposed(Rotation rotation) {
        int rows = rotation.outputs();
        int columns = rotation.inputs();
        double[] out = new double[rows * columns];
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                out[c * rows + r] = rotation.forward()[r * columns + c];
            }
        }
        return out;
    }
}
