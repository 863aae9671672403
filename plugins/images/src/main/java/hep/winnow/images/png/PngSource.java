package hep.winnow.images.png;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.event.BlockReader;
import hep.winnow.api.event.Column;
import hep.winnow.api.event.ColumnInfo;
import hep.winnow.api.event.ColumnType;
import hep.winnow.api.event.EventBlock;
import hep.winnow.api.event.EventSource;
import hep.winnow.api.event.ReadContext;
import hep.winnow.images.Pixels;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** PNG files, each an event. */
final class PngSource implements EventSource {
    /** Number of images of a block. */
    static final int BLOCK = 256;

    private static final Pattern WHOLE = Pattern.compile("0|[1-9][0-9]{0,8}");

    private final List<Path> files;
    private final PngOptions options;
    private final Picture first;
    private final boolean isNumbered;
    private final List<ColumnInfo> schema;

    private PngSource(List<Path> files, PngOptions options, Picture first, boolean isNumbered) {
        this.files = List.copyOf(files);
        this.options = options;
        this.first = first;
        this.isNumbered = isNumbered;
        List<ColumnInfo> columns = new ArrayList<>(Pixels.columns(first.values().length, ColumnType.FLOAT));
        columns.add(ColumnInfo.of("label", isNumbered ? ColumnType.INT : ColumnType.STRING));
        columns.add(ColumnInfo.of("file", ColumnType.STRING));
        this.schema = List.copyOf(columns);
    }

    /** Opens files, at least one; the first one says what an image is. */
    static PngSource of(List<Path> files, PngOptions options) {
        Picture first = options.apply(Picture.read(files.get(0)));
        if (first.values().length > Pixels.MAX) {
            throw UserError.data(
                    files.get(0) + " is of " + described(first) + ", which are more than " + Pixels.MAX + " values",
                    "scale images down: size=28");
        }
        boolean isNumbered =
                files.stream().allMatch(f -> WHOLE.matcher(Folder.of(f)).matches());
        return new PngSource(files, options, first, isNumbered);
    }

    private static String described(Picture picture) {
        return picture.height() + "x" + picture.width() + " pixels, "
                + picture.channels().name().toLowerCase(java.util.Locale.ROOT);
    }

    @Override
    public List<ColumnInfo> schema() {
        return schema;
    }

    @Override
    public OptionalLong events() {
        return OptionalLong.of(files.size());
    }

    @Override
    public List<Path> files() {
        return files;
    }

    @Override
    public BlockReader open(List<String> columns, ReadContext context) {
        List<String> names = schema.stream().map(ColumnInfo::name).toList();
        int[] wanted = columns.stream().mapToInt(names::indexOf).toArray();
        for (int i = 0; i < wanted.length; i++) {
            if (wanted[i] < 0) {
                throw new IllegalArgumentException("no column '" + columns.get(i) + "' in " + files.get(0));
            }
        }
        return new Reader(wanted, context);
    }

    private Picture read(int i) {
        Picture picture = options.apply(Picture.read(files.get(i)));
        if (picture.channels() != first.channels()) {
            throw UserError.data(
                    files.get(i) + " is of " + described(picture) + ", but " + files.get(0) + " is of "
                            + described(first),
                    "say channels=grey or channels=rgb");
        }
        if (picture.height() != first.height() || picture.width() != first.width()) {
            throw UserError.data(
                    files.get(i) + " is of " + described(picture) + ", but " + files.get(0) + " is of "
                            + described(first),
                    "scale all to one size: size=[" + first.height() + ", " + first.width() + "]");
        }
        return picture;
    }

    private final class Reader implements BlockReader {
        private final int[] wanted;
        private final ReadContext context;
        private int at;

        Reader(int[] wanted, ReadContext context) {
            this.wanted = wanted;
            this.context = context;
        }

        @Override
        public Optional<EventBlock> next() {
            int from = at;
            int n = Math.min(BLOCK, files.size() - from);
            if (n == 0) {
                return Optional.empty();
            }
            at += n;
            int pixels = first.values().length;
            boolean isDecoded = java.util.Arrays.stream(wanted).anyMatch(c -> c < pixels);
            float[][] images = new float[n][];
            if (isDecoded) {
                context.workers().forEach(n, i -> images[i] = read(from + i).values());
            }
            List<Column> columns = new ArrayList<>();
            for (int column : wanted) {
                columns.add(column < pixels ? pixel(images, column) : words(column == pixels, from, n));
            }
            files.subList(from, at)
                    .forEach(file -> context.progressed(file.toFile().length()));
            return Optional.of(new EventBlock(n, columns));
        }

        private Column pixel(float[][] images, int column) {
            float[] out = new float[images.length];
            for (int i = 0; i < out.length; i++) {
                out[i] = images[i][column];
            }
            return new Column.Floats(out);
        }

        private Column words(boolean isLabel, int from, int n) {
            String[] out = new String[n];
            for (int i = 0; i < n; i++) {
                Path file = files.get(from + i);
                out[i] = isLabel ? Folder.of(file) : file.toString();
            }
            if (!isLabel || !isNumbered) {
                return new Column.Strings(out);
            }
            return new Column.Ints(
                    java.util.Arrays.stream(out).mapToInt(Integer::parseInt).toArray());
        }

        @Override
        public void close() {}
    }
}
