package hep.winnow.core.model;

import hep.winnow.api.event.Column;

/** The inputs of the train part, that lie in a file, block by block. All blocks but the last hold {@link #BLOCK} events. Safe for several threads. */
public interface ColumnBlocks {
    /** Events in a block: a multiple of four. */
    int BLOCK = 1 << 14;

    /** Returns how many columns there are. */
    int columns();

    /** Returns the number of events. */
    long size();

    /** Returns the values of a column in a block. */
    Column column(int block, int column);

    /** Returns the training weights in a block. */
    double[] weight(int block);

    /** Returns how many blocks there are. */
    default int blocks() {
        return Math.toIntExact((size() + BLOCK - 1) / BLOCK);
    }

    /** Returns the number of events in a block. */
    default int size(int block) {
        return (int) Math.min(BLOCK, size() - (long) block * BLOCK);
    }
}
