/** Images of written digits, drawn by strokes of our own: no font, and the same pixels on every machine. */
@NullMarked
package hep.winnow.toys.digit;

import org.jspecify.annotations.NullMarked;
