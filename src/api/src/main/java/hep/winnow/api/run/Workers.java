package hep.winnow.api.run;

import java.util.function.IntConsumer;

/** The run's threads. Results must not depend on their number: cut work into fixed shards and merge in fixed order. */
public interface Workers {
    /** Returns how many threads may work at once, at least 1. */
    int threads();

    /**
     * Calls {@code body} for 0 to {@code n - 1}, on any thread and in any order, and returns when all are done. What the
     * lowest index threw is thrown. May be nested.
     */
    void forEach(int n, IntConsumer body);

    /** Returns workers that do everything on the calling thread. */
    static Workers sequential() {
        return new Workers() {
            @Override
            public int threads() {
                return 1;
            }

            @Override
            public void forEach(int n, IntConsumer body) {
                for (int i = 0; i < n; i++) {
                    body.accept(i);
                }
            }
        };
    }
}
