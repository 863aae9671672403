package hep.winnow.core.expr;

import java.util.List;

/**
 * Expressions as a straight list of instructions. Instruction {@code i} computes slot {@code i} from slots before it.
 *
 * @param instructions in order
 * @param nodes what the slots are, for messages
 * @param types of the slots
 * @param guardOf for each instruction the guard under which it runs, -1 for none
 * @param guards conditions under which instructions run
 * @param dying for each instruction the slots that nothing reads after it
 * @param roots the slot of each root
 */
record Program(
        List<Instruction> instructions,
        List<TypedExpr> nodes,
        List<ValueType> types,
        int[] guardOf,
        List<Guard> guards,
        int[][] dying,
        int[] roots,
        List<TypedExpr.Input> inputs,
        List<TypedExpr.Scalar> scalars) {

    /**
     * Holds if the base holds and an event of the block has the wanted value.
     *
     * @param outer the innermost guard that holds whenever this one does, -1 for none
     * @param base the innermost guard that does not follow from the slot: that or one around it
     * @param slot a condition
     * @param wanted the value that some event must have
     */
    record Guard(int outer, int base, int slot, boolean wanted) {}

    /** Returns what a slot is, as the macro would say it. */
    String text(int slot) {
        return ExprText.brief(nodes.get(slot));
    }

    int root(int index) {
        return roots[index];
    }

    int size() {
        return instructions.size();
    }
}
