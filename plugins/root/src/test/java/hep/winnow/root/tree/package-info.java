/** Tests of tree of ROOT files. */
@NullMarked
package hep.winnow.root.tree;

import org.jspecify.annotations.NullMarked;
