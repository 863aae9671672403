package hep.winnow.core.bind;

import hep.winnow.core.lang.Expr;
import hep.winnow.core.schema.Slot;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;

/** What a statement gives to the slots of its record, and what of it is wrong. */
final class Given {
    private final IdentityHashMap<Slot, Expr> values = new IdentityHashMap<>();
    private final Set<Slot> failed = Collections.newSetFromMap(new IdentityHashMap<>());
    private boolean hasErrors;

    void put(Slot slot, Expr value) {
        values.put(slot, value);
    }

    Optional<Expr> get(Slot slot) {
        return Optional.ofNullable(values.get(slot));
    }

    boolean has(Slot slot) {
        return values.containsKey(slot);
    }

    /** Notes that what was meant for a slot is wrong, and was reported. */
    void fail(Slot slot) {
        failed.add(slot);
        hasErrors = true;
    }

    boolean isFailed(Slot slot) {
        return failed.contains(slot);
    }

    /** Notes that something was reported. */
    void isWrong() {
        hasErrors = true;
    }

    boolean isSound() {
        return !hasErrors;
    }
}
