/** Tests of reading RNTuple, against files of a small writer of their own, and against what other programs read. */
@NullMarked
package hep.winnow.root.ntuple;

import org.jspecify.annotations.NullMarked;
