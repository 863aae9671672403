/** What does not fit into memory: how much may be held, and the temporary files for the rest. */
@NullMarked
package hep.winnow.core.spill;

import org.jspecify.annotations.NullMarked;
