package hep.winnow.neural.model;

import hep.winnow.neural.layer.ScoringPass;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Buffers that threads borrow. Neither taking nor giving back waits or allocates, unless a thread finds none. */
final class PassPool {
    private static final int SLOTS = 64;

    private final Supplier<ScoringPass> maker;
    private final AtomicReferenceArray<@Nullable ScoringPass> slots = new AtomicReferenceArray<>(SLOTS);

    PassPool(Supplier<ScoringPass> maker) {
        this.maker = maker;
    }

    /** Returns one that no other thread has. */
    ScoringPass take() {
        ScoringPass pass = slots.getAndSet(slot(), null);
        return pass == null ? maker.get() : pass;
    }

    /** Hands one back. */
    void giveBack(ScoringPass pass) {
        slots.set(slot(), pass);
    }

    private static int slot() {
        return (int) (Thread.currentThread().getId() % SLOTS);
    }
}
