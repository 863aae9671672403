/** Draws figures as PNG, SVG and PDF. */
@NullMarked
package hep.winnow.figures;

import org.jspecify.annotations.NullMarked;
