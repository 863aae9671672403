/** Trees: branches, leaves and baskets. */
@NullMarked
package hep.winnow.root.tree;

import org.jspecify.annotations.NullMarked;
