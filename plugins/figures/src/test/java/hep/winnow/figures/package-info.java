@NullMarked
package hep.winnow.figures;

import org.jspecify.annotations.NullMarked;
