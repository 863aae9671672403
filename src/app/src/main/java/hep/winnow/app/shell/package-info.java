/** What all commands share: the terminal, the surroundings, what is installed. */
@NullMarked
package hep.winnow.app.shell;

import org.jspecify.annotations.NullMarked;
