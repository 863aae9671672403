package hep.winnow.text.arff;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.event.BlockReader;
import hep.winnow.api.event.ColumnIndex;
import hep.winnow.api.event.ColumnInfo;
import hep.winnow.api.event.ColumnType;
import hep.winnow.api.event.EventSource;
import hep.winnow.api.event.ReadContext;
import hep.winnow.api.event.UnreadableColumn;
import hep.winnow.text.BadRow;
import hep.winnow.text.Block;
import hep.winnow.text.Lines;
import hep.winnow.text.RowReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The events of one file. */
final class ArffSource implements EventSource {
    static final String WEIGHT = "instance_weight";

    private final Path file;
    private final List<Attribute> attributes;
    private final boolean hasWeights;
    private final List<ColumnInfo> schema = new ArrayList<>();
    private final List<Integer> places = new ArrayList<>();
    private final List<UnreadableColumn> unreadable = new ArrayList<>();

    private ArffSource(Path file, List<Attribute> attributes, boolean hasWeights) {
        this.file = file;
        this.attributes = List.copyOf(attributes);
        this.hasWeights = hasWeights;
        for (int i = 0; i < attributes.size(); i++) {
            Attribute attribute = attributes.get(i);
            if (attribute.kind() == Attribute.Kind.RELATIONAL) {
                unreadable.add(new UnreadableColumn(attribute.name(), "relational", "tables in a cell are not read"));
            } else {
                schema.add(attribute.column());
                places.add(i);
            }
        }
        if (hasWeights && attributes.stream().noneMatch(a -> a.name().equals(WEIGHT))) {
            schema.add(ColumnInfo.of(WEIGHT, ColumnType.DOUBLE));
            places.add(attributes.size());
        }
        if (schema.isEmpty()) {
            throw UserError.data(
                    file + " has no column that can be read: tables in a cell are not read",
                    "expected numeric, nominal, string or date attributes");
        }
    }

    static ArffSource open(Path file) {
        try (Lines lines = Lines.open(file)) {
            List<Attribute> attributes = Header.read(lines);
            return new ArffSource(file, attributes, hasWeights(lines));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Tells whether the first row ends in a weight. */
    private static boolean hasWeights(Lines lines) {
        for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
            Words words = new Words(line.get());
            if (!words.isAtEnd()) {
                return endsInWeight(words);
            }
        }
        return false;
    }

    private static boolean endsInWeight(Words words) {
        try {
            boolean isSparse = words.take('{');
            while (!words.isAtEnd()) {
                if (!isSparse && words.take('{')) {
                    return true;
                }
                if (isSparse && words.take('}')) {
                    isSparse = false;
                } else if (!words.take(',')) {
                    words.next();
                }
            }
            return false;
        } catch (BadRow e) {
            return false;
        }
    }

    @Override
    public List<ColumnInfo> schema() {
        return schema;
    }

    @Override
    public List<UnreadableColumn> unreadable() {
        return unreadable;
    }

    @Override
    public List<Path> files() {
        return List.of(file);
    }

    @Override
    public BlockReader open(List<String> asked, ReadContext context) {
        int[] wanted = ColumnIndex.of(schema, asked);
        Lines lines = Lines.open(file);
        if (!Header.read(lines).equals(attributes)) {
            throw UserError.data(file + " has changed since it was opened", "start again");
        }
        Block block = new Block(Arrays.stream(wanted).mapToObj(schema::get).toList());
        int[] attributesWanted = Arrays.stream(wanted).map(places::get).toArray();
        return new RowReader(lines, block, new RowParser(attributes, hasWeights, attributesWanted), context);
    }
}
