/** Functions of the macro language: over events, and over finished samples and models. */
@NullMarked
package hep.winnow.api.function;

import org.jspecify.annotations.NullMarked;
