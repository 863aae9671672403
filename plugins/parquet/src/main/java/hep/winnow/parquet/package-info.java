/** Parquet files as events: a reader and a writer of our own. */
@NullMarked
package hep.winnow.parquet;

import org.jspecify.annotations.NullMarked;
