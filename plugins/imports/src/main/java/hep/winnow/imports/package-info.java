/** Models that other programs trained, as columns here. */
@NullMarked
package hep.winnow.imports;

import org.jspecify.annotations.NullMarked;
