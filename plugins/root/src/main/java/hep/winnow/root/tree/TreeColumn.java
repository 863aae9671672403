package hep.winnow.root.tree;

import hep.winnow.api.event.ColumnInfo;

/**
 * A column of a tree.
 *
 * @param info what is known of it
 * @param branch that holds it
 * @param place of it among the columns of the branch
 */
record TreeColumn(ColumnInfo info, BranchData branch, int place) {}
