@NullMarked
package hep.winnow.root.write;

import org.jspecify.annotations.NullMarked;
