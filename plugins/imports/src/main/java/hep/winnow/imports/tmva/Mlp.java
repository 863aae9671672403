package hep.winnow.imports.tmva;

import hep.winnow.imports.xml.XmlElement;
import java.util.ArrayList;
import java.util.List;

/** A network of TMVA's MLP. Weights are floats for the Reader, sums are doubles; each layer but the last has a neuron behind the others whose value is 1. */
final class Mlp implements Response {
    private static final int MOST_LAYERS = 1000;
    private static final int MOST_NEURONS = 1_000_000;

    /** How a neuron gathers its inputs. */
    private enum Gathering {
        SUM,
        SQUARES,
        ABSOLUTES
    }

    private final List<double[][]> weights;
    private final NeuronFunction hidden;
    private final NeuronFunction last;
    private final Gathering gathering;
    private final boolean isClassifier;

    private Mlp(
            List<double[][]> weights,
            NeuronFunction hidden,
            NeuronFunction last,
            Gathering gathering,
            boolean isClassifier) {
        this.weights = List.copyOf(weights);
        this.hidden = hidden;
        this.last = last;
        this.gathering = gathering;
        this.isClassifier = isClassifier;
    }

    /** Reads the weights. */
    static Mlp of(Setup setup, int outputs, Precision precision) {
        String estimator = setup.option("EstimatorType", "MSE");
        XmlElement options = setup.root().child("Options");
        NeuronFunction last = switch (estimator) {
            case "MSE" -> NeuronFunction.LINEAR;
            case "CE" -> NeuronFunction.SIGMOID;
            default -> throw options.error("the EstimatorType '" + estimator + "' is not known", "");
        };
        String input = setup.option("NeuronInputType", "sum");
        Gathering gathering = switch (input) {
            case "sum" -> Gathering.SUM;
            case "sqsum" -> Gathering.SQUARES;
            case "abssum" -> Gathering.ABSOLUTES;
            default -> throw options.error("the NeuronInputType '" + input + "' is not known", "");
        };
        String type = setup.option("NeuronType", "sigmoid");
        NeuronFunction hidden = switch (type) {
            case "linear" -> NeuronFunction.LINEAR;
            case "sigmoid" -> NeuronFunction.SIGMOID;
            case "tanh" ->
                setup.isSince(4, 2, 1) && precision == Precision.READER
                        ? NeuronFunction.FAST_TANH
                        : NeuronFunction.TANH;
            case "radial" -> NeuronFunction.RADIAL;
            case "ReLU" -> NeuronFunction.RELU;
            default -> throw options.error("the NeuronType '" + type + "' is not known", "");
        };
        boolean isClassifier = setup.analysis() == Setup.Analysis.CLASSIFICATION;
        return new Mlp(layers(setup, outputs, precision), hidden, last, gathering, isClassifier);
    }

    /** Returns the weights between layers: from each neuron of one to each of the next. */
    private static List<double[][]> layers(Setup setup, int outputs, Precision precision) {
        XmlElement weights = setup.root().child("Weights");
        XmlElement layout = weights.childIfAny("Layout").orElse(weights);
        int n = layout.integer("NLayers", 2, MOST_LAYERS);
        List<XmlElement> layers = layout.children("Layer");
        if (layers.size() != n) {
            throw layout.error("it holds " + layers.size() + " layers of " + n, "the file is damaged");
        }
        int[] neurons = new int[n];
        for (int l = 0; l < n; l++) {
            layers.get(l).integer("Index", l, l);
            int held = layers.get(l).children("Neuron").size();
            neurons[l] = layers.get(l).integer("NNeurons", 1, MOST_NEURONS);
            if (neurons[l] != held) {
                throw layers.get(l).error("it holds " + held + " neurons of " + neurons[l], "the file is damaged");
            }
        }
        check(layers.get(0), setup.variables().size() + 1, "one for each variable and one more");
        check(layers.get(n - 1), outputs, "one for each output");
        List<double[][]> out = new ArrayList<>();
        for (int l = 0; l + 1 < n; l++) {
            int next = l + 2 == n ? neurons[l + 1] : neurons[l + 1] - 1;
            out.add(synapses(layers.get(l), next, precision));
        }
        layers.get(n - 1).children("Neuron").forEach(neuron -> neuron.integer("NSynapses", 0, 0));
        return out;
    }

    private static void check(XmlElement layer, int expected, String why) {
        int found = layer.children("Neuron").size();
        if (found != expected) {
            throw layer.error("it has " + found + " neurons, expected " + expected + ": " + why, "the file is damaged");
        }
    }

    private static double[][] synapses(XmlElement layer, int next, Precision precision) {
        List<XmlElement> neurons = layer.children("Neuron");
        double[][] out = new double[neurons.size()][];
        for (int j = 0; j < out.length; j++) {
            neurons.get(j).integer("NSynapses", next, next);
            out[j] = neurons.get(j).reals(next);
            for (int k = 0; k < next; k++) {
                out[j][k] = precision.of(out[j][k]);
            }
        }
        return out;
    }

    @Override
    public int outputs() {
        return weights.get(weights.size() - 1)[0].length;
    }

    @Override
    public void score(double[] event, double[] out) {
        double[] values = new double[event.length + 1];
        for (int i = 0; i < event.length; i++) {
            values[i] = event[i];
        }
        values[event.length] = 1;
        for (int l = 0; l < weights.size(); l++) {
            boolean isLast = l + 1 == weights.size();
            values = next(values, weights.get(l), isLast ? last : hidden, isLast ? 0 : 1);
        }
        System.arraycopy(values, 0, out, 0, out.length);
    }

    private double[] next(double[] values, double[][] synapses, NeuronFunction function, int bias) {
        double[] next = new double[synapses[0].length + bias];
        for (int j = 0; j < values.length; j++) {
            double[] from = synapses[j];
            for (int k = 0; k < from.length; k++) {
                double part = from[k] * values[j];
                next[k] += switch (gathering) {
                    case SUM -> part;
                    case SQUARES -> part * part;
                    case ABSOLUTES -> Math.abs(part);
                };
            }
        }
        for (int k = 0; k < synapses[0].length; k++) {
            next[k] = function.of(next[k]);
        }
        if (bias == 1) {
            next[next.length - 1] = 1;
        }
        return next;
    }

    @Override
    public int parameters() {
        return weights.stream().mapToInt(w -> w.length * w[0].length).sum();
    }

    @Override
    public double threshold() {
        return isClassifier && last == NeuronFunction.LINEAR ? 0 : 0.5;
    }
}
