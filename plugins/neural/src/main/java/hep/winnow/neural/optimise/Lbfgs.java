package hep.winnow.neural.optimise;

import hep.winnow.neural.layer.Block;
import hep.winnow.neural.layer.Parameters;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/**
 * The limited-memory quasi-Newton method of Liu and Nocedal (1989): the direction by the two-loop recursion (Nocedal and Wright, Numerical Optimization, algorithm 7.4), its length by {@link WolfeSearch}. Positions
 * are kept in double precision and rounded to float where the function is asked. Deterministic.
 */
public final class Lbfgs {
    /** Pairs with less curvature than this are not remembered. */
    private static final double LEAST_CURVATURE = 1e-10;

    /** A function to make small. */
    @FunctionalInterface
    public interface Function {
        /** Returns the value at {@code parameters} and leaves the gradient in {@code gradient}. */
        double of(Parameters parameters, Gradient gradient);
    }

    /** Takes a gradient. */
    @FunctionalInterface
    public interface Gradient {
        /** Takes it over; it is copied. */
        void is(Parameters gradient);
    }

    private record Pair(double[] step, double[] change, double product) {}

    private final int memory;
    private final Parameters parameters;
    private final Function function;
    private final Deque<Pair> pairs = new ArrayDeque<>();
    private double[] position;
    private double[] gradient;
    private double value = Double.NaN;

    /** Makes it ready at {@code parameters}, which it will move. */
    public Lbfgs(int memory, Parameters parameters, Function function) {
        this.memory = memory;
        this.parameters = parameters;
        this.function = function;
        this.position = flatten(parameters);
        this.gradient = new double[position.length];
    }

    /** Makes one step; returns whether the function fell. */
    public boolean step() {
        if (Double.isNaN(value)) {
            value = evaluate(position, gradient);
        }
        if (descend()) {
            return true;
        }
        if (pairs.isEmpty()) {
            return false;
        }
        // What is remembered may mislead: once more along the gradient.
        pairs.clear();
        return descend();
    }

    private boolean descend() {
        double[] direction = direction();
        double slope = dot(direction, gradient);
        if (!(slope < 0)) {
            return false;
        }
        double first = pairs.isEmpty() ? Math.min(1, 1 / absoluteSum(gradient)) : 1;
        double[] from = position;
        WolfeSearch.Point start = new WolfeSearch.Point(0, value, slope, gradient);
        WolfeSearch.Point found = WolfeSearch.along(start, first, t -> {
            double[] g = new double[gradient.length];
            double f = evaluate(move(from, direction, t), g);
            return new WolfeSearch.Point(t, f, dot(g, direction), g);
        });
        boolean hasFallen = found.value() < value;
        double length = hasFallen ? found.length() : 0;
        position = move(from, direction, length);
        write(position);
        if (hasFallen) {
            remember(direction, length, found.gradient());
            value = found.value();
            gradient = found.gradient();
        }
        return hasFallen;
    }

    private void remember(double[] direction, double length, double[] newGradient) {
        double[] step = new double[direction.length];
        double[] change = new double[direction.length];
        for (int i = 0; i < step.length; i++) {
            step[i] = length * direction[i];
            change[i] = newGradient[i] - gradient[i];
        }
        double product = dot(step, change);
        if (product > LEAST_CURVATURE) {
            if (pairs.size() == memory) {
                pairs.removeFirst();
            }
            pairs.addLast(new Pair(step, change, product));
        }
    }

    private double[] direction() {
        double[] q = gradient.clone();
        List<Double> factors = new ArrayList<>();
        for (Iterator<Pair> it = pairs.descendingIterator(); it.hasNext(); ) {
            Pair pair = it.next();
            double factor = dot(pair.step, q) / pair.product;
            factors.add(factor);
            add(q, -factor, pair.change);
        }
        if (!pairs.isEmpty()) {
            Pair last = pairs.getLast();
            double scale = last.product / dot(last.change, last.change);
            for (int i = 0; i < q.length; i++) {
                q[i] *= scale;
            }
        }
        int k = factors.size();
        for (Pair pair : pairs) {
            double back = dot(pair.change, q) / pair.product;
            add(q, factors.get(--k) - back, pair.step);
        }
        for (int i = 0; i < q.length; i++) {
            q[i] = -q[i];
        }
        return q;
    }

    private double evaluate(double[] at, double[] out) {
        write(at);
        return function.of(parameters, g -> System.arraycopy(flatten(g), 0, out, 0, out.length));
    }

    /** Returns all that it remembers as numbers: the value, the position, the gradient, and then of each pair, the oldest first, step, change and product. */
    public List<double[]> state() {
        List<double[]> state = new ArrayList<>(List.of(new double[] {value}, position, gradient));
        for (Pair pair : pairs) {
            state.add(pair.step);
            state.add(pair.change);
            state.add(new double[] {pair.product});
        }
        return state;
    }

    /** Goes on from what {@link #state} told. */
    public void resume(List<double[]> state) {
        value = state.get(0)[0];
        position = state.get(1).clone();
        gradient = state.get(2).clone();
        pairs.clear();
        for (int k = 3; k < state.size(); k += 3) {
            pairs.addLast(new Pair(state.get(k), state.get(k + 1), state.get(k + 2)[0]));
        }
        write(position);
    }

    private void write(double[] at) {
        int k = 0;
        for (int i = 0; i < parameters.rows(); i++) {
            if (parameters.kind(i) != Block.Kind.STATISTICS) {
                for (int j = 0; j < parameters.length(i); j++) {
                    parameters.row(i)[j] = (float) at[k++];
                }
            }
        }
    }

    private static double[] flatten(Parameters p) {
        double[] out = new double[p.count()];
        int k = 0;
        for (int i = 0; i < p.rows(); i++) {
            if (p.kind(i) != Block.Kind.STATISTICS) {
                for (int j = 0; j < p.length(i); j++) {
                    out[k++] = p.row(i)[j];
                }
            }
        }
        return out;
    }

    private static double[] move(double[] from, double[] direction, double length) {
        double[] to = from.clone();
        add(to, length, direction);
        return to;
    }

    private static void add(double[] sum, double factor, double[] x) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += factor * x[i];
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static double absoluteSum(double[] a) {
        double sum = 0;
        for (double x : a) {
            sum += Math.abs(x);
        }
        return sum;
    }
}
