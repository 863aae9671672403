/** Writes AIDA XML, as JAIDA's validating parser takes it: tuples of events, and histograms and points of figures. */
@NullMarked
package hep.winnow.aida.write;

import org.jspecify.annotations.NullMarked;
