package hep.winnow.core.lang;

import hep.winnow.api.diagnostic.Span;

/**
 * An operand of a statement.
 *
 * @param keyword the keyword before it: {@code from on in to vs into extends}; empty for none
 * @param value the expression; for a keyword that options follow at once, as in {@code split presel into train=50% valid=50%}, an
 *     {@link Expr.ListLiteral} without items at the keyword's own place
 * @param span of both
 */
public record Operand(String keyword, Expr value, Span span) {}
