/** Tests of Parquet files. */
@NullMarked
package hep.winnow.columnar.parquet;

import org.jspecify.annotations.NullMarked;
