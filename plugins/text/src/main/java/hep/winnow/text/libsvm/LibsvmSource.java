package hep.winnow.text.libsvm;

import hep.winnow.api.event.BlockReader;
import hep.winnow.api.event.ColumnIndex;
import hep.winnow.api.event.ColumnInfo;
import hep.winnow.api.event.EventSource;
import hep.winnow.api.event.ReadContext;
import hep.winnow.text.BadRow;
import hep.winnow.text.Block;
import hep.winnow.text.Lines;
import hep.winnow.text.RowReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** The events of one file. */
final class LibsvmSource implements EventSource {
    private final Path file;
    private final Survey survey;
    private final List<ColumnInfo> schema;
    private final long size;

    LibsvmSource(Path file, Survey survey) {
        this.file = file;
        this.survey = survey;
        this.schema = survey.schema();
        try {
            this.size = Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<ColumnInfo> schema() {
        return schema;
    }

    @Override
    public List<Path> files() {
        return List.of(file);
    }

    @Override
    public BlockReader open(List<String> asked, ReadContext context) {
        int[] wanted = ColumnIndex.of(schema, asked);
        Block block = new Block(Arrays.stream(wanted).mapToObj(schema::get).toList());
        return new RowReader(Lines.open(file, size), block, new Filler(wanted), context);
    }

    /** Puts rows into blocks. */
    private final class Filler implements RowReader.Rows {
        private final Row row = new Row();
        private final int features = survey.hasQueries() ? 2 : 1;

        /** The columns of the block that each column of the schema goes to; -1 if it is not asked for. */
        private final int[] places = new int[schema.size()];

        Filler(int[] wanted) {
            Arrays.fill(places, -1);
            for (int i = 0; i < wanted.length; i++) {
                places[wanted[i]] = i;
            }
        }

        @Override
        public void read(String line, Block block) throws BadRow {
            if (!row.read(line)) {
                return;
            }
            if (survey.hasQueries() != row.hasQuery()) {
                throw new BadRow(row.hasQuery() ? "the line has a qid, others have none" : "the line has no qid");
            }
            int last = row.size() > 0 ? row.index(row.size() - 1) : 0;
            if (last > survey.last()) {
                throw new BadRow("the line has an index " + last + ", the greatest was " + survey.last());
            }
            if (survey.hasWholeLabels() && row.label() != (int) row.label()) {
                throw new BadRow("the label is " + row.label() + ", all were whole numbers");
            }
            setLabel(block);
            if (row.hasQuery() && places[1] >= 0) {
                block.set(places[1], row.query());
            }
            for (int i = 0; i < row.size(); i++) {
                int place = places[features + row.index(i) - survey.first()];
                if (place >= 0) {
                    block.set(place, row.value(i));
                }
            }
            block.endRow();
        }

        private void setLabel(Block block) {
            if (places[0] >= 0 && survey.hasWholeLabels()) {
                block.set(places[0], (long) row.label());
            } else if (places[0] >= 0) {
                block.set(places[0], row.label());
            }
        }
    }
}
