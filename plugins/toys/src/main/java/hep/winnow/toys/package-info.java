/** Generated events. */
@NullMarked
package hep.winnow.toys;

import org.jspecify.annotations.NullMarked;
