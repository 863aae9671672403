/** Reads AIDA XML files, those of JAS and JAIDA: tuples as events, histograms and points as tables. */
@NullMarked
package hep.winnow.aida;

import org.jspecify.annotations.NullMarked;
