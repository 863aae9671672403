/** Histograms, profiles and graphs as tables of their bins and points. */
@NullMarked
package hep.winnow.root.result;

import org.jspecify.annotations.NullMarked;
