/** Which files a macro may touch: the one gate that every path of a macro passes before it is opened. */
@NullMarked
package hep.winnow.core.access;

import org.jspecify.annotations.NullMarked;
