/** Objects of classes that the file itself describes. */
@NullMarked
package hep.winnow.root.object;

import org.jspecify.annotations.NullMarked;
