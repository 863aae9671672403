package hep.winnow.root.tree;

import java.util.Optional;

/**
 * A branch whose values can be read.
 *
 * @param branch the branch
 * @param layout of its values
 * @param baskets that hold them
 * @param counter the branch that tells how many values each entry has, of an array of counted length; what does not tell where its entries begin is read by it
 */
record BranchData(Branch branch, Layout layout, Baskets baskets, Optional<BranchData> counter) {}
