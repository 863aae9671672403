/** Trained networks: scoring, and how they are kept. */
@NullMarked
package hep.winnow.neural.model;

import org.jspecify.annotations.NullMarked;
