/** Help at the cursor of whoever types a macro: completion, hover text, hints and highlighting, for the REPL and for editors. */
@NullMarked
package hep.winnow.core.assist;

import org.jspecify.annotations.NullMarked;
