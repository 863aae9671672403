package hep.winnow.core.lang;

import hep.winnow.api.diagnostic.Span;

/**
 * An operand of a statement.
 *
 * @param keyword the keyword before it: {@code from on in to vs into extends}; empty for none
 * @param value the expression; a keyword has one behind it always
 * @param span of both
 */
public record Operand(String keyword, Expr value, Span span) {}
