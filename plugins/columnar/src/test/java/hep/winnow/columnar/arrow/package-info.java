/** Tests of Arrow files. */
@NullMarked
package hep.winnow.columnar.arrow;

import org.jspecify.annotations.NullMarked;
