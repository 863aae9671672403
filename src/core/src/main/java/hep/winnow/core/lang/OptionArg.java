package hep.winnow.core.lang;

import hep.winnow.api.diagnostic.Span;

/** {@code name=value}, in a statement, a block or a call. */
public record OptionArg(Ident name, Expr value, Span span) {}
