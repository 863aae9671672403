/** The schema of a step, read once from its record and annotations. */
@NullMarked
package hep.winnow.core.schema;

import org.jspecify.annotations.NullMarked;
