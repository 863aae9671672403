/** Tests of result of ROOT files. */
@NullMarked
package hep.winnow.root.result;

import org.jspecify.annotations.NullMarked;
