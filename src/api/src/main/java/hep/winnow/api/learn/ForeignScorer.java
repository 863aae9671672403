package hep.winnow.api.learn;

import hep.winnow.api.graph.Graph;
import java.util.Optional;

/** Scores events as the program does that made the model. Immutable, and safe for several threads. */
public interface ForeignScorer {
    /** Returns the number of inputs. */
    int inputs();

    /** Returns the number of outputs. */
    int outputs();

    /**
     * Scores events. Each row's result depends on that row alone, bit by bit; numbers are rounded where that program rounds them.
     *
     * @param x inputs, row by row ({@code rows x inputs()}); finite numbers alone, unless {@link #takesMissing()}
     * @param rows number of events
     * @param out scores, row by row ({@code rows x outputs()}), written
     */
    void score(double[] x, int rows, double[] out);

    /**
     * Tells whether it knows what to do with an input that is missing, which is NaN, or infinite. If not, such an event is kept from it and scores NaN.
     */
    default boolean takesMissing() {
        return false;
    }

    /** Returns what it computes, operation by operation, so that the model can be exported; see {@link Model#graph()}. Empty, as here, for one that does not tell. */
    default Optional<Graph> graph() {
        return Optional.empty();
    }

    /** Returns the number of fitted parameters: weights, or thresholds and leaves. */
    int parameters();

    /** Returns the score that parts two classes where none is chosen: 0.5 for a probability, 0 for a signed distance. */
    default double threshold() {
        return 0.5;
    }
}
