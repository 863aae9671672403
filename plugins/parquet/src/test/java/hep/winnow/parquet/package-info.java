/** Tests of Parquet files. */
@NullMarked
package hep.winnow.parquet;

import org.jspecify.annotations.NullMarked;
