/** Winnow inside other programs. */
@NullMarked
package hep.winnow.acceptance.host;

import org.jspecify.annotations.NullMarked;
