package hep.winnow.core.lang;

import hep.winnow.api.diagnostic.Span;

/**
 * A name with its place.
 *
 * @param text the name, without backquotes
 * @param span where it stands
 */
public record Ident(String text, Span span) {}
