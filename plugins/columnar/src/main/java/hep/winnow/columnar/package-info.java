/** Files that hold column by column what events are: one plugin, as its formats are packed alike. */
@NullMarked
package hep.winnow.columnar;

import org.jspecify.annotations.NullMarked;
