/** Reads and writes ROOT files: trees, ntuples and histograms. */
@NullMarked
package hep.winnow.root;

import org.jspecify.annotations.NullMarked;
