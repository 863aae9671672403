package hep.winnow.core.macro;

import hep.winnow.core.expr.TypedExpr;

/**
 * A cut of a region.
 *
 * @param label for the cutflow
 * @param condition what an event must fulfil
 * @param region that it stands in
 */
public record CutDecl(String label, TypedExpr condition, String region) {
    /** Two cuts are the same only if they are one, however alike. */
    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
