/** The course of a training: epochs of shuffled batches, evaluation after each, early stopping. */
@NullMarked
package hep.winnow.neural.train;

import org.jspecify.annotations.NullMarked;
