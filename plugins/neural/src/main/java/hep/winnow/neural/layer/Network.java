package hep.winnow.neural.layer;

import hep.winnow.api.graph.Graph;
import hep.winnow.kernels.Products;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A chain of layers and the shapes between them. Immutable; it holds no numbers. */
public final class Network {
    private final List<Layer> layers;
    private final List<Shape> shapes;
    private final List<List<Block>> blocks;
    private final boolean isRandom;
    private final int lowestLearner;

    /**
     * Makes a network.
     *
     * @param input shape of an event
     * @param layers at least one; each must fit what comes before it
     */
    public Network(Shape input, List<Layer> layers) {
        if (layers.isEmpty()) {
            throw new IllegalArgumentException("a network needs at least one layer");
        }
        this.layers = List.copyOf(layers);
        List<Shape> between = new ArrayList<>(List.of(input));
        List<List<Block>> numbers = new ArrayList<>();
        for (Layer layer : layers) {
            Shape shape = between.get(between.size() - 1);
            between.add(layer.output(shape));
            numbers.add(List.copyOf(layer.blocks(shape)));
        }
        shapes = List.copyOf(between);
        blocks = List.copyOf(numbers);
        isRandom = layers.stream().anyMatch(Layer::isRandom);
        lowestLearner = IntStream.range(0, blocks.size())
                .filter(l -> !blocks.get(l).isEmpty())
                .findFirst()
                .orElse(-1);
    }

    /** Returns the layers, the one next to the inputs first. */
    public List<Layer> layers() {
        return layers;
    }

    /** Returns the shape of what layer {@code l} takes in; for the number of layers, the shape of the output. */
    public Shape shape(int l) {
        return shapes.get(l);
    }

    /** Returns how many numbers an event has. */
    public int inputs() {
        return shapes.get(0).size();
    }

    /** Returns how many numbers come out. */
    public int outputs() {
        return shapes.get(layers.size()).size();
    }

    /** Returns what it computes in use, with these numbers. */
    public Graph graph(Parameters parameters) {
        return LayerGraph.of(this, parameters);
    }

    /** Returns how many numbers it is told, learnt or measured. */
    public long numbers() {
        return blocks.stream()
                .flatMap(List::stream)
                .mapToLong(b -> (long) b.rows() * b.columns())
                .sum();
    }

    /** Returns parameters that are all 0. */
    public Parameters zeros() {
        return new Parameters(blocks);
    }

    /** Tells whether training draws random numbers. */
    public boolean isRandom() {
        return isRandom;
    }

    /** Returns passes of all layers for one thread; {@code toInputs} asks for the gradient by the network's inputs. */
    List<LayerPass> passes(int capacity, boolean trains, boolean toInputs) {
        Products products = Products.best();
        List<LayerPass> passes = new ArrayList<>();
        for (int l = 0; l < layers.size(); l++) {
            boolean through = toInputs || lowestLearner >= 0 && l > lowestLearner;
            Site.Use use = !trains ? Site.Use.SCORE : through ? Site.Use.TRAIN_THROUGH : Site.Use.TRAIN;
            passes.add(layers.get(l).pass(new Site(l, shapes.get(l), capacity, use, products)));
        }
        return passes;
    }

    /** Returns the lowest layer that learns: the way back ends there. -1 if there is none. */
    int lowestLearner() {
        return lowestLearner;
    }
}
