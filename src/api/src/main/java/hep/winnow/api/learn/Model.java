package hep.winnow.api.learn;

import hep.winnow.api.graph.Graph;
import java.util.Optional;

/** A fitted model. Immutable, and safe for several threads. */
public interface Model {
    /** Returns the number of inputs. */
    int inputs();

    /**
     * Returns the number of outputs. First come the main ones: 1 for a binary task (larger is more like signal), an unsupervised
     * task (larger is stranger) and a regression of one target, the number of classes for several classes, the number of targets for several targets. Behind them stand those that {@link hep.winnow.api.step.TrainStep#furtherOutputs()} names, in that order.
     */
    int outputs();

    /**
     * Scores events. Each row's result depends on that row alone, bit by bit.
     *
     * @param x inputs, row by row ({@code rows x inputs()}), in the state in which {@link Examples} held them
     * @param rows number of events
     * @param out scores, row by row ({@code rows x outputs()}), written
     */
    void score(float[] x, int rows, double[] out);

    /** Returns the number of fitted parameters. */
    int parameters();

    /** Returns the score that parts the classes where none is chosen: 0.5 for a probability, 0 for a signed distance. */
    default double threshold() {
        return 0.5;
    }

    /** Returns all that is needed to make it again. */
    ModelState state();

    /**
     * Returns what it computes of its inputs, operation by operation, so that it can be written down in another form: as an ONNX file or as code. Its numbers are those of {@link #score} up to rounding. Empty, as here, for
     * a model that does not tell.
     */
    default Optional<Graph> graph() {
        return Optional.empty();
    }

    /** Returns a table of its layers or coefficients for people to read; may be empty. {@code inputs} are the names of the inputs. */
    default String describe(java.util.List<String> inputs) {
        return "";
    }
}
