/** Histograms, profiles and N-1 plots: filled in the shared pass, told in text and facts, drawn. */
@NullMarked
package hep.winnow.core.hist;

import org.jspecify.annotations.NullMarked;
