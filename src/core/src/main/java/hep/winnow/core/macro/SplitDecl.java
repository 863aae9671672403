package hep.winnow.core.macro;

import hep.winnow.core.verbs.Split;
import java.util.Optional;

/**
 * A split of events into parts. With neither fractions nor target it stands for samples that are read with {@code part=}.
 *
 * @param name of the region or sample that is split; {@code all} for samples with {@code part=}
 * @param target the events that are split
 * @param options fractions and rule; empty for samples with {@code part=}
 */
public record SplitDecl(String name, ScopeDecl target, Optional<Split> options) {
    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    @Override
    public String toString() {
        return "split " + name;
    }
}
