package hep.winnow.imports.keras.net;

import hep.winnow.api.graph.Operation;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.DoubleBinaryOperator;

/** Puts rows of the same length together, number by number, the first two and then the result with the next; the end is multiplied by a factor. */
public final class Merge extends Op {
    private final DoubleBinaryOperator operator;
    private final Optional<Operation> operation;
    private final double factor;

    /**
     * Makes one.
     *
     * @param operation the same in a graph; empty if there is none
     * @param factor 1, or 1/n for the mean of n rows
     */
    public Merge(int width, DoubleBinaryOperator operator, Optional<Operation> operation, double factor) {
        super(width);
        this.operator = operator;
        this.operation = operation;
        this.factor = factor;
    }

    @Override
    OptionalInt add(Sink graph, int... arguments) {
        if (operation.isEmpty()) {
            return OptionalInt.empty();
        }
        OptionalInt sum = OptionalInt.of(arguments[0]);
        for (int a = 1; a < arguments.length; a++) {
            sum = graph.add(operation.get(), sum.orElseThrow(), arguments[a]);
        }
        return factor == 1 ? sum : graph.then(sum, Operation.Scale.of(factor, 0));
    }

    @Override
    void one(double[][] in, double[] out) {
        for (int j = 0; j < out.length; j++) {
            double value = in[0][j];
            for (int a = 1; a < in.length; a++) {
                value = operator.applyAsDouble(value, in[a][j]);
            }
            out[j] = value * factor;
        }
    }
}
