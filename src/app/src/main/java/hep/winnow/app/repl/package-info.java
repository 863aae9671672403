/** {@code winnow repl}: a macro typed line by line. */
@NullMarked
package hep.winnow.app.repl;

import org.jspecify.annotations.NullMarked;
