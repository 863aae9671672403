/** Rosenblatt, averaged and pocket perceptrons. */
@NullMarked
package hep.winnow.perceptron;

import org.jspecify.annotations.NullMarked;
