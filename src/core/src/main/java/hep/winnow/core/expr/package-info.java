/** Typed expressions over events: compiled from the tree of the language, and evaluated column by column. */
@NullMarked
package hep.winnow.core.expr;

import org.jspecify.annotations.NullMarked;
