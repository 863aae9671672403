/** Tests of what writes AIDA XML. */
@NullMarked
package hep.winnow.aida.write;

import org.jspecify.annotations.NullMarked;
