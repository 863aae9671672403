/** Models at rest and at work: what stands before a learner's numbers, and the model file. */
@NullMarked
package hep.winnow.core.model;

import org.jspecify.annotations.NullMarked;
