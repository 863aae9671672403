/** Carrying out a checked macro: passes over the events, training, and what is written. */
@NullMarked
package hep.winnow.core.run;

import org.jspecify.annotations.NullMarked;
