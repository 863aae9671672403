/** Arrays of NumPy as events: {@code .npy} and {@code .npz}. */
@NullMarked
package hep.winnow.npy;

import org.jspecify.annotations.NullMarked;
