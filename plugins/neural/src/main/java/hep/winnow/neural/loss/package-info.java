/**
 * What training makes small: {@link hep.winnow.neural.loss.Loss} is what a macro says, {@link hep.winnow.neural.loss.Objective} tells the loss of events and its gradient by the network's outputs.
 */
@NullMarked
package hep.winnow.neural.loss;

import org.jspecify.annotations.NullMarked;
