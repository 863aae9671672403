@NullMarked
package hep.winnow.app.macro;

import org.jspecify.annotations.NullMarked;
