/** Commands that take a macro: check, explain, run. */
@NullMarked
package hep.winnow.app.macro;

import org.jspecify.annotations.NullMarked;
