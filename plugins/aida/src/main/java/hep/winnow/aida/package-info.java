/** Tuples in AIDA XML files, those of JAS and JAIDA, as events. */
@NullMarked
package hep.winnow.aida;

import org.jspecify.annotations.NullMarked;
