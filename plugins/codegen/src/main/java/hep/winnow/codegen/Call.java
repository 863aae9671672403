package hep.winnow.codegen;

import java.util.List;

/**
 * A call of a function, whose result is a row of numbers.
 *
 * @param node whose numbers it makes
 * @param width how many
 * @param function its name
 * @param arguments in order
 */
record Call(int node, int width, String function, List<Argument> arguments) {
    Call {
        arguments = List.copyOf(arguments);
    }

    /** What a function is given. */
    sealed interface Argument {}

    /** The numbers of an earlier node. */
    record Row(int node) implements Argument {}

    /** Constants under a name. */
    record Numbers(String name, double[] values) implements Argument {}

    /** Whole numbers under a name. */
    record Wholes(String name, int[] values) implements Argument {}

    /** A number. */
    record Whole(int value) implements Argument {}

    /** A number. */
    record Real(double value) implements Argument {}
}
