package hep.winnow.neural.model;

import hep.winnow.neural.layer.Block;
import hep.winnow.neural.layer.Layer;
import hep.winnow.neural.layer.Network;
import java.util.List;
import java.util.Locale;

/** A network as a table: layers, the shapes of what comes out of them, and how many numbers they learn. */
public final class Summary {
    private static final int MOST_NAMES = 60;

    private Summary() {}

    /** Returns the table; {@code output} says what is made of the last layer's outputs. */
    public static String of(Network network, String output) {
        StringBuilder out = new StringBuilder();
        line(out, "layer", "output", "parameters");
        line(out, "inputs", network.shape(0).toString(), "0");
        int measured = 0;
        int total = 0;
        for (int l = 0; l < network.layers().size(); l++) {
            Layer layer = network.layers().get(l);
            List<Block> blocks = layer.blocks(network.shape(l));
            int kept = count(blocks, Block.Kind.STATISTICS);
            int learnt = blocks.stream().mapToInt(Block::size).sum() - kept;
            measured += kept;
            total += learnt;
            line(out, layer.text(), network.shape(l + 1).toString(), number(learnt));
        }
        line(out, "output: " + output, "", "");
        line(out, "total", "", number(total));
        if (measured > 0) {
            line(out, "running means and variances, not learnt", "", number(measured));
        }
        return out.toString();
    }

    /** Returns names behind commas, the middle of a long list left out and counted. */
    public static String names(List<String> inputs) {
        if (inputs.size() <= MOST_NAMES) {
            return String.join(", ", inputs);
        }
        return String.join(", ", inputs.subList(0, 3)) + ", … " + (inputs.size() - 4) + " more …, "
                + inputs.get(inputs.size() - 1);
    }

    private static int count(List<Block> blocks, Block.Kind kind) {
        return blocks.stream()
                .filter(b -> b.kind() == kind)
                .mapToInt(Block::size)
                .sum();
    }

    private static String number(int n) {
        return String.format(Locale.ROOT, "%,d", n);
    }

    private static void line(StringBuilder out, String layer, String shape, String count) {
        out.append(String.format(Locale.ROOT, "%-44s %10s %11s", layer, shape, count)
                        .stripTrailing())
                .append('\n');
    }
}
