/** Tests of batches. */
@NullMarked
package hep.winnow.app.batch;

import org.jspecify.annotations.NullMarked;
