package hep.winnow.text.libsvm;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.event.ColumnInfo;
import hep.winnow.api.event.ColumnType;
import hep.winnow.text.BadRow;
import hep.winnow.text.Lines;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What all lines of some files have in common.
 *
 * @param first least index: 0 if any line has that, else 1
 * @param last greatest index
 * @param hasWholeLabels whether all labels are whole numbers that an int can hold
 * @param hasQueries whether a line has a {@code qid}
 */
record Survey(int first, int last, boolean hasWholeLabels, boolean hasQueries) {
    /** Greatest index that is read. */
    static final int MOST = 1 << 17;

    /** Reads files, none of which may be empty; lines that are bad are left to be told when they are read again. */
    static Survey of(List<Path> files, int last) {
        Survey all = new Survey(1, last, true, false);
        for (Path file : files) {
            try (Lines lines = Lines.open(file)) {
                Row row = new Row();
                for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
                    all = all.with(row, line.get());
                }
                if (lines.line() == 0) {
                    throw UserError.data(
                            file + " is empty, expected lines 'label index:value …'", "check that it is whole");
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return all;
    }

    private Survey with(Row row, String line) {
        try {
            if (!row.read(line)) {
                return this;
            }
        } catch (BadRow e) {
            return this;
        }
        int least = row.size() > 0 && row.index(0) == 0 ? 0 : first;
        int greatest = row.size() > 0 ? Math.max(last, row.index(row.size() - 1)) : last;
        boolean isWhole = hasWholeLabels && row.label() == (int) row.label();
        if (least == first && greatest == last && isWhole == hasWholeLabels && (hasQueries || !row.hasQuery())) {
            return this;
        }
        return new Survey(least, greatest, isWhole, hasQueries || row.hasQuery());
    }

    List<ColumnInfo> schema() {
        List<ColumnInfo> columns = new ArrayList<>();
        columns.add(ColumnInfo.of("label", hasWholeLabels ? ColumnType.INT : ColumnType.DOUBLE));
        if (hasQueries) {
            columns.add(ColumnInfo.of("qid", ColumnType.LONG));
        }
        for (int i = first; i <= last; i++) {
            columns.add(ColumnInfo.of("x" + i, ColumnType.DOUBLE));
        }
        return columns;
    }
}
