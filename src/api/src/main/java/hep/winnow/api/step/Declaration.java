package hep.winnow.api.step;

/** A statement that the framework itself carries out, such as {@code define}; a plugin has no use for it. */
public non-sealed interface Declaration extends Step {}
