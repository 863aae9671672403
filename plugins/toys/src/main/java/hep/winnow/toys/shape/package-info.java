/** Shapes in the plane: what a learner can and cannot part. */
@NullMarked
package hep.winnow.toys.shape;

import org.jspecify.annotations.NullMarked;
