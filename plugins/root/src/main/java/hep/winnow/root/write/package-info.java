/** Writes ROOT files as ROOT itself lays them out: trees of events, histograms and graphs, and the descriptions of their classes. */
@NullMarked
package hep.winnow.root.write;

import org.jspecify.annotations.NullMarked;
