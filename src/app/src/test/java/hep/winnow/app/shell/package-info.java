@NullMarked
package hep.winnow.app.shell;

import org.jspecify.annotations.NullMarked;
