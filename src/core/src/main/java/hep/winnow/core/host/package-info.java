/** Winnow inside another program: an engine with plugins, a session for each run, and results with types. */
@NullMarked
package hep.winnow.core.host;

import org.jspecify.annotations.NullMarked;
