/** The functions of expressions that come with the language. */
@NullMarked
package hep.winnow.core.expr.function;

import org.jspecify.annotations.NullMarked;
