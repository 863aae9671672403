/** Arrow files and streams as events: a reader and a writer of our own. */
@NullMarked
package hep.winnow.columnar.arrow;

import org.jspecify.annotations.NullMarked;
