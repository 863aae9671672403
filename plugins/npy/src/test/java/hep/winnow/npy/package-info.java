/** Tests of arrays of NumPy. */
@NullMarked
package hep.winnow.npy;

import org.jspecify.annotations.NullMarked;
