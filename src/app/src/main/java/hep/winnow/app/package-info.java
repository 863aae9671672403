/** The program: command line and REPL. */
@NullMarked
package hep.winnow.app;

import org.jspecify.annotations.NullMarked;
