/** Numbers in bulk: vector and scalar twins with the same bits. */
@NullMarked
package hep.winnow.kernels;

import org.jspecify.annotations.NullMarked;
