/**
 * How parameters follow the gradient: {@link hep.winnow.neural.optimise.Solver} is what a macro says, {@link hep.winnow.neural.optimise.Optimiser} does it.
 */
@NullMarked
package hep.winnow.neural.optimise;

import org.jspecify.annotations.NullMarked;
