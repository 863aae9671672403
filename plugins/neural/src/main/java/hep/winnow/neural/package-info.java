/**
 * Neural networks: the steps that macros write. Below it are {@link hep.winnow.neural.layer} (layers, networks and the way through them), {@link hep.winnow.neural.loss}, {@link hep.winnow.neural.optimise},
 * {@link hep.winnow.neural.train} (the course of a training) and {@link hep.winnow.neural.model} (trained networks).
 */
@NullMarked
package hep.winnow.neural;

import org.jspecify.annotations.NullMarked;
