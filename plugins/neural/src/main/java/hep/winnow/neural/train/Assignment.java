package hep.winnow.neural.train;

import hep.winnow.api.learn.Examples;
import hep.winnow.neural.layer.Init;
import hep.winnow.neural.layer.Layer;
import hep.winnow.neural.layer.Network;
import hep.winnow.neural.loss.Head;
import hep.winnow.neural.loss.Loss;
import hep.winnow.neural.loss.Objective;
import java.util.function.Function;

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
 * @param objective the loss of any events: of parts of those that do not lie in memory, whose own loss is that of no event
 */
public record Assignment(
        Network network,
        Init init,
        Head head,
        Examples train,
        Examples valid,
        Objective onTrain,
        Objective onValid,
        Function<Examples, Objective> objective) {
    /** Returns the assignment with the loss that {@code objective} makes of events. */
    public static Assignment of(
            Network network,
            Init init,
            Head head,
            Examples train,
            Examples valid,
            Function<Examples, Objective> objective) {
        return new Assignment(
                network,
                init,
                head,
                train,
                valid,
                objective.apply(inMemory(train)),
                objective.apply(inMemory(valid)),
                objective);
    }

    /** Returns the assignment of a task with classes or a target, with the loss that fits the head.  */
    public static Assignment of(Network network, Init init, Loss loss, Head head, Examples train, Examples valid) {
        return of(network, init, head, train, valid, events -> Objective.of(loss, events, head));
    }

    private static Examples inMemory(Examples examples) {
        return examples.isInMemory() ? examples : examples.part(0, 0);
    }

    /** Returns all that shapes the training but the events, as text. */
    String settings() {
        return network.shape(0) + " "
                + network.layers().stream().map(Layer::text).toList() + " " + init + " " + head + " " + onTrain.text();
    }
}
