/** Tests of AIDA XML files. */
@NullMarked
package hep.winnow.aida;

import org.jspecify.annotations.NullMarked;
