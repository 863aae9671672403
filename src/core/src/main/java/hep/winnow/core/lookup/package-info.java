/** Lookup tables: scale factors, efficiencies and weights by the values of keys, and the mask of certified data. */
@NullMarked
package hep.winnow.core.lookup;

import org.jspecify.annotations.NullMarked;
