/** Histogram values with their errors. */
@NullMarked
package hep.winnow.api.hist;

import org.jspecify.annotations.NullMarked;
