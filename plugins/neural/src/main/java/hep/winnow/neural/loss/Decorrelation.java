package hep.winnow.neural.loss;

import hep.winnow.api.step.Choice;
import hep.winnow.api.step.EventExpression;
import hep.winnow.api.step.Option;

/** How a score is kept from knowing something. */
public sealed interface Decorrelation {
    /** Returns what it shall not know. */
    EventExpression column();

    /** Returns how much it counts, at least 0. */
    double strength();

    /** By distance correlation (Kasieczka and Shih, Phys. Rev. Lett. 125, 122001, 2020). */
    @Choice(
            value = "disco",
            doc = "adds strength times the squared distance correlation of score and column over the background")
    record Disco(
            @Option(doc = "what the score shall not know, such as a mass")
            EventExpression column,

            @Option(doc = "how much it counts against the loss", value = "10", min = 0)
            double strength)
            implements Decorrelation {}
}
