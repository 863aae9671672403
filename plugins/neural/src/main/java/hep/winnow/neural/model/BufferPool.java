package hep.winnow.neural.model;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Buffers that threads borrow. Neither taking nor giving back waits or allocates, unless a thread finds none.
 *
 * @param <T> buffers, such as a {@link hep.winnow.neural.layer.ScoringPass}
 */
public final class BufferPool<T> {
    private static final int SLOTS = 64;

    private final Supplier<T> maker;
    private final AtomicReferenceArray<@Nullable T> slots = new AtomicReferenceArray<>(SLOTS);

    /** Makes an empty pool; {@code maker} makes what it lacks. */
    public BufferPool(Supplier<T> maker) {
        this.maker = maker;
    }

    /** Returns one that no other thread has. */
    public T take() {
        T pass = slots.getAndSet(slot(), null);
        return pass == null ? maker.get() : pass;
    }

    /** Hands one back. */
    public void giveBack(T pass) {
        slots.setRelease(slot(), pass);
    }

    private static int slot() {
        return (int) (Thread.currentThread().getId() % SLOTS);
    }
}
