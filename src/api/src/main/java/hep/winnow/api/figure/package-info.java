/** Descriptions of figures, free of any drawing library; a plugin renders them. */
@NullMarked
package hep.winnow.api.figure;

import org.jspecify.annotations.NullMarked;
