/** The verbs that the framework itself brings. */
@NullMarked
package hep.winnow.core.verbs;

import org.jspecify.annotations.NullMarked;
