package hep.winnow.images.idx;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.event.BlockReader;
import hep.winnow.api.event.ColumnIndex;
import hep.winnow.api.event.ColumnInfo;
import hep.winnow.api.event.ColumnType;
import hep.winnow.api.event.EventSource;
import hep.winnow.api.event.ReadContext;
import hep.winnow.images.Pixels;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** The images of IDX files with their labels, one file after the other. */
final class IdxSource implements EventSource {
    /** Name of the column of labels. */
    static final String LABEL = "label";

    private final List<IdxFile> images;
    private final List<IdxFile> labels;
    private final List<ColumnInfo> schema;

    private final boolean skips;

    private IdxSource(List<IdxFile> images, List<IdxFile> labels, List<ColumnInfo> schema, boolean skips) {
        this.skips = skips;
        this.images = List.copyOf(images);
        this.labels = List.copyOf(labels);
        this.schema = List.copyOf(schema);
    }

    /**
     * Joins files.
     *
     * @param images at least one, all of one shape and type
     * @param labels one for each of them, of as many items; or none
     * @param skips whether what is damaged is left out
     */
    static IdxSource of(List<IdxFile> images, List<IdxFile> labels, boolean skips) {
        IdxFile first = images.get(0);
        for (IdxFile image : images) {
            checkShape(first, image);
        }
        for (int i = 0; i < labels.size(); i++) {
            checkLabels(images.get(i), labels.get(i));
        }
        List<ColumnInfo> schema = new ArrayList<>(Pixels.columns(
                (int) first.header().values(), first.header().type().column()));
        if (!labels.isEmpty()) {
            schema.add(ColumnInfo.of(LABEL, ColumnType.INT));
        }
        return new IdxSource(images, labels, schema, skips);
    }

    private static void checkShape(IdxFile first, IdxFile image) {
        IdxHeader header = image.header();
        if (!header.shape().equals(first.header().shape())
                || header.type() != first.header().type()) {
            throw UserError.data(
                    image.path() + " holds " + described(header) + ", but " + first.path() + " holds "
                            + described(first.header()),
                    "files of one sample need images of one size");
        }
    }

    private static String described(IdxHeader header) {
        return header.shape() + " of type " + header.type().name().toLowerCase(java.util.Locale.ROOT);
    }

    private static void checkLabels(IdxFile images, IdxFile labels) {
        IdxHeader header = labels.header();
        if (header.dimensions().size() != 1 || !header.type().isWhole()) {
            throw UserError.data(
                    labels.path() + " holds " + described(header) + ", which are no labels",
                    "labels are whole numbers, one for each image; images stand behind 'from'");
        }
        if (header.items() != images.header().items()) {
            throw UserError.data(
                    labels.path() + " has " + header.items() + " labels, but " + images.path() + " has "
                            + images.header().items() + " images",
                    "name the labels that belong to these images");
        }
    }

    @Override
    public List<ColumnInfo> schema() {
        return schema;
    }

    @Override
    public OptionalLong events() {
        if (skips) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(
                images.stream().mapToLong(f -> f.header().items()).sum());
    }

    @Override
    public List<Path> files() {
        return Stream.concat(images.stream(), labels.stream())
                .map(IdxFile::path)
                .toList();
    }

    @Override
    public BlockReader open(List<String> columns, ReadContext context) {
        int[] wanted = ColumnIndex.of(schema, columns);
        return new IdxReader(images, labels, wanted, skips, context);
    }
}
