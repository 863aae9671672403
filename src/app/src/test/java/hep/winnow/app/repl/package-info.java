@NullMarked
package hep.winnow.app.repl;

import org.jspecify.annotations.NullMarked;
