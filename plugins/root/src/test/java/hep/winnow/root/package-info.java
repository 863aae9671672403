/** Tests of what macros say of ROOT files. */
@NullMarked
package hep.winnow.root;

import org.jspecify.annotations.NullMarked;
