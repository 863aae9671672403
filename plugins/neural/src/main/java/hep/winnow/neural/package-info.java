/** Multi-layer perceptrons. */
@NullMarked
package hep.winnow.neural;

import org.jspecify.annotations.NullMarked;
