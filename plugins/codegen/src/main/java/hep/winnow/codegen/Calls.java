package hep.winnow.codegen;

import hep.winnow.api.graph.Graph;
import hep.winnow.api.graph.Image;
import hep.winnow.api.graph.Operation;
import hep.winnow.api.graph.Precision;
import hep.winnow.api.graph.Window;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A graph as calls of functions, which compute in double throughout; where a model rounds what it is handed to float, so do they. */
final class Calls {
    private final List<Call> calls = new ArrayList<>();
    private final int[] aliases;

    private Calls(Graph graph) {
        aliases = new int[graph.nodes().size()];
        for (int i = 1; i < aliases.length; i++) {
            Graph.Node node = graph.nodes().get(i);
            aliases[i] = i;
            if (node.operation() instanceof Operation.Convert && node.precision() == Precision.DOUBLE) {
                aliases[i] = aliases[node.arguments().get(0)];
            } else {
                add(i, node);
            }
        }
    }

    /** Returns the calls, in order; the last one makes the outputs. */
    static List<Call> of(Graph graph) {
        return new Calls(graph).calls;
    }

    private void add(int i, Graph.Node node) {
        List<Call.Argument> arguments = new ArrayList<>();
        node.arguments().forEach(a -> arguments.add(new Call.Row(aliases[a])));
        String function = function(i, node.operation(), arguments);
        calls.add(new Call(i, node.width(), function, arguments));
    }

    private static String function(int i, Operation operation, List<Call.Argument> arguments) {
        if (operation instanceof Operation.Dense dense) {
            arguments.add(new Call.Numbers("weights" + i, dense.weights()));
            arguments.add(new Call.Numbers("bias" + i, dense.bias()));
            return "dense";
        }
        if (operation instanceof Operation.Convolution convolution) {
            arguments.add(new Call.Numbers("weights" + i, convolution.weights()));
            arguments.add(new Call.Numbers("bias" + i, convolution.bias()));
            addWindow(convolution.image(), convolution.window(), arguments);
            return "convolution";
        }
        if (operation instanceof Operation.Pool pool) {
            addWindow(pool.image(), pool.window(), arguments);
            return pool.isMaximum() ? "maxPool" : "meanPool";
        }
        if (operation instanceof Operation.Apply apply) {
            String name = apply.function().name().toLowerCase(Locale.ROOT);
            if (name.equals("leaky") || name.equals("elu")) {
                arguments.add(new Call.Real(apply.parameter()));
            }
            return name.equals("sqrt") ? "root" : name.equals("tanh") ? "hyperbolicTangent" : name;
        }
        if (operation instanceof Operation.Scale scale) {
            arguments.add(new Call.Numbers("subtract" + i, scale.subtract()));
            arguments.add(new Call.Numbers("multiply" + i, scale.multiply()));
            arguments.add(new Call.Numbers("add" + i, scale.add()));
            return "scale";
        }
        if (operation instanceof Operation.Interpolate interpolate) {
            arguments.add(new Call.Wholes("starts" + i, starts(List.of(interpolate.from()))));
            arguments.add(new Call.Numbers("from" + i, joined(List.of(interpolate.from()))));
            arguments.add(new Call.Numbers("to" + i, joined(List.of(interpolate.to()))));
            return "interpolate";
        }
        if (operation instanceof Operation.Fill fill) {
            return fill(i, fill, arguments);
        }
        return plain(i, operation, arguments);
    }

    private static String fill(int i, Operation.Fill fill, List<Call.Argument> arguments) {
        arguments.add(new Call.Numbers("fill" + i, fill.fill()));
        if (fill.sentinels().stream().allMatch(s -> s.length == 0)) {
            return "fill";
        }
        arguments.add(new Call.Wholes("starts" + i, starts(fill.sentinels())));
        arguments.add(new Call.Numbers("sentinels" + i, joined(fill.sentinels())));
        return "fillSentinels";
    }

    private static String plain(int i, Operation operation, List<Call.Argument> arguments) {
        if (operation instanceof Operation.Softmax softmax) {
            arguments.add(new Call.Whole(softmax.group()));
            return "softmax";
        }
        if (operation instanceof Operation.Maxout maxout) {
            arguments.add(new Call.Whole(maxout.group()));
            arguments.add(new Call.Whole(maxout.pieces()));
            return "maxout";
        }
        if (operation instanceof Operation.Select select) {
            arguments.add(new Call.Wholes("columns" + i, select.columns()));
            return "select";
        }
        if (operation instanceof Operation.Sort) {
            return "sorted";
        }
        if (operation instanceof Operation.Join) {
            return "join";
        }
        if (operation instanceof Operation.Add) {
            return "sum";
        }
        if (operation instanceof Operation.Subtract) {
            return "difference";
        }
        if (operation instanceof Operation.Multiply) {
            return "product";
        }
        if (operation instanceof Operation.WhereFinite) {
            return "whereFinite";
        }
        return "toFloat";
    }

    private static void addWindow(Image image, Window w, List<Call.Argument> arguments) {
        int[] sizes = {
            image.height(),
            image.width(),
            image.channels(),
            w.height(),
            w.width(),
            w.stride(),
            w.top(),
            w.left(),
            w.rows(),
            w.columns()
        };
        for (int size : sizes) {
            arguments.add(new Call.Whole(size));
        }
    }

    private static int[] starts(List<double[]> parts) {
        int[] starts = new int[parts.size() + 1];
        for (int k = 0; k < parts.size(); k++) {
            starts[k + 1] = starts[k] + parts.get(k).length;
        }
        return starts;
    }

    private static double[] joined(List<double[]> parts) {
        return parts.stream().flatMapToDouble(Arrays::stream).toArray();
    }
}
