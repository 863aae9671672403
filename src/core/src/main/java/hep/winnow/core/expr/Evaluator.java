package hep.winnow.core.expr;

import hep.winnow.api.event.Column;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * Evaluates expressions, column by column, on blocks of events. What several roots share is evaluated once per block. Safe for several threads.
 *
 * <p>Arithmetic is in double: int, long and float columns widen. A whole-number column of longs is compared exactly with another one,
 * with an int column and with whole constants; everywhere else a long beyond 2^53 rounds. {@code /} is real division, {@code %} keeps the sign of the dividend as C's
 * {@code fmod} does, and for {@code ^} see {@link hep.winnow.core.expr.function.Power}. A comparison with NaN is false, {@code !=} included.
 *
 * <p>The right side of {@code and}, {@code or}, and the branches of {@code ?:} are evaluated only if an event of the block needs them, or
 * if they stand elsewhere too, or hold lists against each other. Results do not depend on how events are cut into blocks.
 */
public final class Evaluator {
    private final Program program;
    /** Arrays of earlier blocks: to make new ones costs more time than to compute what they hold. */
    private final Queue<Scratch> spare = new ConcurrentLinkedQueue<>();

    /** Makes an evaluator; the roots' order is that of the results. */
    public Evaluator(List<TypedExpr> roots) {
        program = new ProgramBuilder(roots).build();
    }

    /** Returns the inputs of all roots, each once, in the order in which they first occur. */
    public List<TypedExpr.Input> inputs() {
        return program.inputs();
    }

    /** Returns the scalars of all roots, each once, in the order in which they first occur. */
    public List<TypedExpr.Scalar> scalars() {
        return program.scalars();
    }

    /**
     * Evaluates all roots on a block.
     *
     * @param n number of events, 0 or more; up to 8192 the scratch arrays stay in the cache
     * @param inputs gives the values of an input; asked once at most, and not at all if no event of the block needs it
     * @param scalars gives the value of a scalar, likewise
     * @throws EventError if lists of different lengths are combined element by element, or a lookup table has no row that it must have
     */
    public Result evaluate(
            int n, Function<TypedExpr.Input, Column> inputs, ToDoubleFunction<TypedExpr.Scalar> scalars) {
        Scratch used = spare.poll();
        Scratch scratch = used == null || used.size() != n ? new Scratch(n) : used;
        Frame frame = new Frame(program, scratch, inputs, scalars);
        frame.run();
        spare.add(frame.release());
        return new FrameResult(program, frame);
    }

    /** The values of the roots for one block. The arrays are shared with inputs and among roots: read them only. For one thread. */
    public interface Result {
        /**
         * Returns the values of a root of numbers, or of conditions as 0 and 1; as many as events. A bare input of conditions that
         * came as numbers, because some are missing, keeps its NaN. Of lists the values one behind the other.
         */
        double[] numbers(int root);

        /** Returns the values of a root of conditions; of lists one behind the other. */
        boolean[] mask(int root);

        /** Returns the values of a root of strings; of lists one behind the other. */
        String[] strings(int root);

        /** Returns the values in their own type, lists as {@link Column.Lists}: a bare input is returned as it came, other numbers are doubles. */
        Column column(int root);

        /**
         * Returns for which events a comparison in this root met a NaN; the empty array if there are none. Per event only those comparisons
         * count that decide it: {@code a > 1 and b > 2} has not met a NaN in {@code b} where {@code a > 1} is false.
         */
        boolean[] touchedMissing(int root);
    }

    private record FrameResult(Program program, Frame frame) implements Result {
        @Override
        public double[] numbers(int root) {
            return frame.numbers(program.root(root));
        }

        @Override
        public boolean[] mask(int root) {
            return frame.mask(program.root(root));
        }

        @Override
        public String[] strings(int root) {
            return frame.strings(program.root(root));
        }

        @Override
        public Column column(int root) {
            return frame.column(program.root(root));
        }

        @Override
        public boolean[] touchedMissing(int root) {
            return frame.allTouched(program.root(root));
        }
    }
}
