package hep.winnow.neural.train;

import hep.winnow.api.learn.Examples;
import hep.winnow.neural.layer.Init;
import hep.winnow.neural.layer.Layer;
import hep.winnow.neural.layer.Network;
import hep.winnow.neural.loss.Head;
import hep.winnow.neural.loss.Loss;
import hep.winnow.neural.loss.Objective;

/**
 * What is to be learnt.
 *
 * @param network that learns
 * @param init how its first weights are drawn, unless the macro says it
 * @param head what makes scores of its outputs
 * @param train the events to learn from
 * @param valid the events that judge when to stop; may be empty
 * @param onTrain the loss of {@code train}
 * @param onValid the loss of {@code valid}
 */
public record Assignment(
        Network network, Init init, Head head, Examples train, Examples valid, Objective onTrain, Objective onValid) {
    /** Returns the assignment of a task with classes or a target, with the loss that fits the head.  */
    public static Assignment of(Network network, Init init, Loss loss, Head head, Examples train, Examples valid) {
        return new Assignment(
                network, init, head, train, valid, Objective.of(loss, train, head), Objective.of(loss, valid, head));
    }

    /** Returns all that shapes the training but the events, as text. */
    String settings() {
        return network.shape(0) + " "
                + network.layers().stream().map(Layer::text).toList() + " " + init + " " + head + " " + onTrain.text();
    }
}
