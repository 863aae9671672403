/** Parquet files as events: a reader and a writer of our own. */
@NullMarked
package hep.winnow.columnar.parquet;

import org.jspecify.annotations.NullMarked;
