/** Statistics of weighted events. */
@NullMarked
package hep.winnow.kernels.stat;

import org.jspecify.annotations.NullMarked;
