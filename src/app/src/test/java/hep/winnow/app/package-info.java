@NullMarked
package hep.winnow.app;

import org.jspecify.annotations.NullMarked;
