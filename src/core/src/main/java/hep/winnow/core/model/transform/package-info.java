/** Transforms of a model's inputs: how they are fitted, applied, undone and kept. */
@NullMarked
package hep.winnow.core.model.transform;

import org.jspecify.annotations.NullMarked;
