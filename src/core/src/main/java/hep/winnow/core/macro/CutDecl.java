package hep.winnow.core.macro;

import hep.winnow.core.expr.TypedExpr;

/**
 * A cut of a region.
 *
 * @param label for the cutflow
 * @param condition what an event must fulfil
 * @param region that it stands in
 */
public record CutDecl(String label, TypedExpr condition, String region) {}
