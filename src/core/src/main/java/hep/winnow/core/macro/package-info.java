/** A macro as a whole: expanded, every name resolved, every statement bound, before one event is read. */
@NullMarked
package hep.winnow.core.macro;

import org.jspecify.annotations.NullMarked;
