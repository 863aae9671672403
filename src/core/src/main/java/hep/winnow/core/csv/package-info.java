/**
 * Tables of text: CSV, TSV and their kin, read in parallel and written whole or not at all.
 *
 * <p>Reading: {@code FileHead} tells separator, header and types from the first bytes; {@code ChunkFeeder} cuts files into chunks at
 * record ends; {@code ChunkParser} turns chunks into typed columns on the run's threads; {@code CsvReader} puts them together in order.
 */
@NullMarked
package hep.winnow.core.csv;

import org.jspecify.annotations.NullMarked;
