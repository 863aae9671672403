package hep.winnow.root.tree;

/**
 * A branch whose values can be read.
 *
 * @param branch the branch
 * @param layout of its values
 * @param baskets that hold them
 */
record BranchData(Branch branch, Layout layout, Baskets baskets) {}
