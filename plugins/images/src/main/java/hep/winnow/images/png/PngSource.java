package hep.winnow.images.png;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.event.BlockReader;
import hep.winnow.api.event.Column;
import hep.winnow.api.event.ColumnIndex;
import hep.winnow.api.event.ColumnInfo;
import hep.winnow.api.event.ColumnType;
import hep.winnow.api.event.EventBlock;
import hep.winnow.api.event.EventSource;
import hep.winnow.api.event.ReadContext;
import hep.winnow.images.Pixels;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
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
    private final boolean skips;
    private final List<ColumnInfo> schema;

    private PngSource(List<Path> files, PngOptions options, Picture first, boolean isNumbered, boolean skips) {
        this.files = List.copyOf(files);
        this.options = options;
        this.first = first;
        this.isNumbered = isNumbered;
        this.skips = skips;
        List<ColumnInfo> columns = new ArrayList<>(Pixels.columns(first.values().length, ColumnType.FLOAT));
        columns.add(ColumnInfo.of("label", isNumbered ? ColumnType.INT : ColumnType.STRING));
        columns.add(ColumnInfo.of("file", ColumnType.STRING));
        this.schema = List.copyOf(columns);
    }

    /** Opens files, at least one; the first one says what an image is. With {@code skips} files that cannot be read are left out, and the first that can be read says it. */
    static PngSource of(List<Path> files, PngOptions options, boolean skips) {
        Picture first = first(files, options, skips);
        if (first.values().length > Pixels.MAX) {
            throw UserError.data(
                    files.get(0) + " is of " + described(first) + ", which are more than " + Pixels.MAX + " values",
                    "scale images down: size=28");
        }
        boolean isNumbered =
                files.stream().allMatch(f -> WHOLE.matcher(Folder.of(f)).matches());
        return new PngSource(files, options, first, isNumbered, skips);
    }

    /** Returns the image that says what all are like. One that cannot be read is told as bad when it is its turn. */
    private static Picture first(List<Path> files, PngOptions options, boolean skips) {
        int last = skips ? files.size() - 1 : 0;
        for (int i = 0; i < last; i++) {
            Optional<Picture> picture = ifReadable(files.get(i));
            if (picture.isPresent()) {
                return options.apply(picture.get());
            }
        }
        return options.apply(Picture.read(files.get(last)));
    }

    private static Optional<Picture> ifReadable(Path file) {
        try {
            return Optional.of(Picture.read(file));
        } catch (UserError e) {
            return Optional.empty();
        }
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
        return skips ? OptionalLong.empty() : OptionalLong.of(files.size());
    }

    @Override
    public List<Path> files() {
        return files;
    }

    @Override
    public BlockReader open(List<String> columns, ReadContext context) {
        int[] wanted = ColumnIndex.of(schema, columns);
        return new Reader(wanted, context);
    }

    private Picture read(Path file) {
        Picture picture = options.apply(Picture.read(file));
        if (picture.channels() != first.channels()) {
            throw UserError.data(
                    file + " is of " + described(picture) + ", but " + files.get(0) + " is of " + described(first),
                    "say channels=grey or channels=rgb");
        }
        if (picture.height() != first.height() || picture.width() != first.width()) {
            throw UserError.data(
                    file + " is of " + described(picture) + ", but " + files.get(0) + " is of " + described(first),
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
            while (at < files.size()) {
                int from = at;
                at += Math.min(BLOCK, files.size() - from);
                List<Path> chunk = files.subList(from, at);
                EventBlock block = skips ? readable(chunk) : block(chunk, images(chunk));
                chunk.forEach(file -> context.progressed(file.toFile().length()));
                if (block.size() > 0) {
                    return Optional.of(block);
                }
            }
            return Optional.empty();
        }

        /** Returns the images of files, if a pixel is wanted at all. */
        private List<float[]> images(List<Path> chunk) {
            float[][] images = new float[chunk.size()][];
            if (Arrays.stream(wanted).anyMatch(c -> c < first.values().length)) {
                context.workers()
                        .forEach(
                                images.length,
                                i -> images[i] = read(chunk.get(i)).values());
            }
            return Arrays.asList(images);
        }

        /** Returns the events of those files that can be read, and tells of the others: whatever columns are wanted, so that each pass sees the same events. */
        private EventBlock readable(List<Path> chunk) {
            float[][] images = new float[chunk.size()][];
            String[] reasons = new String[chunk.size()];
            Arrays.fill(reasons, "");
            context.workers().forEach(images.length, i -> {
                try {
                    images[i] = read(chunk.get(i)).values();
                } catch (UserError e) {
                    reasons[i] = e.message();
                }
            });
            List<Path> good = new ArrayList<>();
            List<float[]> kept = new ArrayList<>();
            for (int i = 0; i < images.length; i++) {
                if (reasons[i].isEmpty()) {
                    good.add(chunk.get(i));
                    kept.add(images[i]);
                } else {
                    context.badRow(chunk.get(i).toString(), 1, reasons[i]);
                }
            }
            return block(good, kept);
        }

        private EventBlock block(List<Path> chunk, List<float[]> images) {
            int pixels = first.values().length;
            List<Column> columns = new ArrayList<>();
            for (int column : wanted) {
                columns.add(column < pixels ? pixel(images, column) : words(column == pixels, chunk));
            }
            return new EventBlock(chunk.size(), columns);
        }

        private Column pixel(List<float[]> images, int column) {
            float[] out = new float[images.size()];
            for (int i = 0; i < out.length; i++) {
                out[i] = images.get(i)[column];
            }
            return new Column.Floats(out);
        }

        private Column words(boolean isLabel, List<Path> chunk) {
            String[] out = new String[chunk.size()];
            for (int i = 0; i < out.length; i++) {
                Path file = chunk.get(i);
                out[i] = isLabel ? Folder.of(file) : file.toString();
            }
            if (!isLabel || !isNumbered) {
                return new Column.Strings(out);
            }
            return new Column.Ints(
                    Arrays.stream(out).mapToInt(Integer::parseInt).toArray());
        }

        @Override
        public void close() {}
    }
}
