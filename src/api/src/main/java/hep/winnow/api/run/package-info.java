/** What a step may ask of the run that it is part of, and what it leaves there. */
@NullMarked
package hep.winnow.api.run;

import org.jspecify.annotations.NullMarked;
