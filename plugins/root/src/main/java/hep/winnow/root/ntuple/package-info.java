/** Reads RNTuple, the columnar format that follows on trees, by its specification 1.0: anchor, header, footer, page lists, pages. */
@NullMarked
package hep.winnow.root.ntuple;

import org.jspecify.annotations.NullMarked;
