package hep.winnow.api.learn;

import hep.winnow.api.step.Choice;
import hep.winnow.api.step.Option;
import java.util.Optional;

/**
 * What happens to the inputs of a model before they are scaled and reach its learner. Fitted on the train part alone, with its training weights, and kept in the model;
 * several are carried out one after the other, each fitted to what the one before it made.
 *
 * <p>Means and covariances use the weights with their sign; where negative weights leave a variance of no positive size, absolute weights are used instead and the run
 * says so. Distributions ({@link Gauss}, {@link Uniform}) always use absolute weights, since they could not rise otherwise, and the run tells how many were negative.
 */
public sealed interface Transform {
    /** Mean 0 and standard deviation 1, input by input; a constant input becomes 0. */
    @Choice(value = "standard", doc = "mean 0 and width 1, input by input")
    record Standard() implements Transform {}

    /** From 0 to 1 over the train part, input by input; weights do not matter. Beyond that range it goes on linearly. */
    @Choice(
            value = "minmax",
            doc = "from 0 to 1 over the train part, input by input",
            alsoKnownAs = {"N", "norm", "normalise", "normalize"})
    record MinMax() implements Transform {}

    /**
     * C^(-1/2) (x − mean), with C the covariance of the inputs: afterwards their covariance is 1. Of all such transforms the symmetric one changes the inputs least.
     * Directions in which the events do not spread are left as they are.
     */
    @Choice(
            value = "decorrelate",
            doc = "unit covariance, by the inverse square root of the covariance",
            alsoKnownAs = {"D", "deco", "decorrelation", "whiten", "zca"})
    record Decorrelate() implements Transform {}

    /**
     * Principal components of the covariance, of largest variance first, as {@code pc1}, {@code pc2} and so on. Each has the sign that makes its largest coefficient positive.
     *
     * @param keep how many of them; all if not given
     */
    @Choice(
            value = "pca",
            doc = "principal components, of largest variance first",
            alsoKnownAs = {"P", "PCA"})
    record Pca(
            @Option(doc = "how many of them are kept; all if not given", min = 1)
            Optional<Integer> keep) implements Transform {}

    /** The weighted distribution function of each input, as the quantile of a normal distribution of mean 0 and width 1. Beyond the train part it stays at its end. */
    @Choice(
            value = "gauss",
            doc = "normally distributed, input by input",
            alsoKnownAs = {"G", "gaussianise", "quantile"})
    record Gauss() implements Transform {}

    /** The weighted distribution function of each input: evenly spread from 0 to 1. Beyond the train part it stays at its end. */
    @Choice(
            value = "uniform",
            doc = "evenly spread from 0 to 1, input by input",
            alsoKnownAs = {"U", "flat"})
    record Uniform() implements Transform {}
}
