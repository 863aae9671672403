package hep.winnow.core.csv;

import java.util.List;

/**
 * A chunk whose asked-for columns are read.
 *
 * @param source the chunk
 * @param rows number of good rows
 * @param columns the values; only the first {@code rows} count
 * @param bad rows that are left out, in order of lines
 * @param lines number of lines in the chunk
 * @param openQuote line (from 0, within the chunk) of a record whose quote never closes; -1 if there is none
 */
record ParsedChunk(Chunk source, int rows, List<ColumnBuffer> columns, List<BadRow> bad, int lines, int openQuote) {
    /**
     * A row that cannot be read.
     *
     * @param line lines of the chunk before it
     * @param reason what is wrong with it
     */
    record BadRow(int line, String reason) {}
}
