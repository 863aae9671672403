package hep.winnow.core.expr;

/** Computes one slot of a frame from slots before it. Immutable. */
interface Instruction {
    /** Computes the slot for all events of the block. */
    void run(Frame frame, int slot);

    /** Whether the slot has one value for all events, which is then in {@link Frame#uniform}. */
    default boolean isUniform() {
        return false;
    }
}
