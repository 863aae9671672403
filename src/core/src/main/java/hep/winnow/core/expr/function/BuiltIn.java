package hep.winnow.core.expr.function;

import hep.winnow.api.function.EventFunction;
import java.util.function.IntFunction;

/**
 * A function as an entry of a table: its words, its number of arguments, and its loop.
 *
 * @param signature its call; the name stands before the parenthesis
 * @param doc what it gives
 * @param min least number of arguments
 * @param max greatest number of arguments
 * @param check a problem with a number of arguments, or the empty string
 * @param isCondition whether the result is a condition
 * @param takesConditions whether conditions count as 0 and 1
 * @param loop the work
 */
record BuiltIn(
        String signature,
        String doc,
        int min,
        int max,
        IntFunction<String> check,
        boolean isCondition,
        boolean takesConditions,
        Loop loop)
        implements EventFunction {

    /** Writes {@code out[i]} for {@code i < n}; {@code out} may be one of the arguments. */
    interface Loop {
        void run(double[][] arguments, int n, double[] out);
    }

    /** A loop over one argument. */
    interface Loop1 {
        void run(double[] x, int n, double[] out);
    }

    /** A loop over two arguments. */
    interface Loop2 {
        void run(double[] x, double[] y, int n, double[] out);
    }

    /** A loop over three arguments. */
    interface Loop3 {
        void run(double[] x, double[] y, double[] z, int n, double[] out);
    }

    /** Returns a function of as many arguments as the signature names. */
    static BuiltIn fixed(String signature, String doc, Loop loop) {
        int count = (int) signature.chars().filter(c -> c == ',').count() + 1;
        return new BuiltIn(signature, doc, count, count, n -> "", false, false, loop);
    }

    static BuiltIn unary(String signature, String doc, Loop1 loop) {
        return fixed(signature, doc, (a, n, out) -> loop.run(a[0], n, out));
    }

    static BuiltIn binary(String signature, String doc, Loop2 loop) {
        return fixed(signature, doc, (a, n, out) -> loop.run(a[0], a[1], n, out));
    }

    static BuiltIn ternary(String signature, String doc, Loop3 loop) {
        return fixed(signature, doc, (a, n, out) -> loop.run(a[0], a[1], a[2], n, out));
    }

    /** Returns a function of {@code min} arguments or more. */
    static BuiltIn open(String signature, String doc, int min, Loop loop) {
        return new BuiltIn(signature, doc, min, Integer.MAX_VALUE, n -> "", false, false, loop);
    }

    /** Returns a function of {@code least} or more groups of {@code size} arguments. */
    static BuiltIn groups(String signature, String doc, int least, int size, String group, Loop loop) {
        IntFunction<String> check =
                n -> n % size == 0 ? "" : "groups of " + size + " " + group + ", found " + n + " arguments";
        return new BuiltIn(signature, doc, least * size, Integer.MAX_VALUE, check, false, false, loop);
    }

    /** Returns this function as a condition. */
    BuiltIn condition() {
        return new BuiltIn(signature, doc, min, max, check, true, takesConditions, loop);
    }

    /** Returns this function with conditions for arguments. */
    BuiltIn ofConditions() {
        return new BuiltIn(signature, doc, min, max, check, isCondition, true, loop);
    }

    @Override
    public String name() {
        return signature.substring(0, signature.indexOf('('));
    }

    @Override
    public String usage() {
        return signature;
    }

    @Override
    public int minArguments() {
        return min;
    }

    @Override
    public int maxArguments() {
        return max;
    }

    @Override
    public String checkArguments(int count) {
        return check.apply(count);
    }

    @Override
    public void apply(double[][] arguments, int n, double[] out) {
        loop.run(arguments, n, out);
    }
}
