/** How pieces of files are packed. */
@NullMarked
package hep.winnow.columnar.codec;

import org.jspecify.annotations.NullMarked;
