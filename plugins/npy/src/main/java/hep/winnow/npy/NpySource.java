package hep.winnow.npy;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.event.BlockReader;
import hep.winnow.api.event.ColumnIndex;
import hep.winnow.api.event.ColumnInfo;
import hep.winnow.api.event.EventSource;
import hep.winnow.api.event.ReadContext;
import hep.winnow.api.event.UnreadableColumn;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;

/** The events of one file of arrays. */
final class NpySource implements EventSource {
    private static final byte[] GZIP = {0x1f, (byte) 0x8b};

    private final Path file;
    private final Layout layout;

    private NpySource(Path file, Layout layout) {
        this.file = file;
        this.layout = layout;
    }

    /**
     * Opens a file: an archive if it begins like one, else a lone array.
     *
     * @param names of the columns of a lone array; empty for its own
     */
    static NpySource open(Path file, List<String> names) {
        if (Files.isDirectory(file)) {
            throw UserError.data(file + " is a folder, expected a file", "name the files in it: \"" + file + "/*\"");
        }
        try {
            long length = Files.size(file);
            byte[] head = head(file);
            if (Arrays.equals(head, GZIP)) {
                throw UserError.data(file + " is compressed by gzip", "unpack it: gunzip " + file.getFileName());
            }
            if (head.length == 2 && head[0] == 'P' && head[1] == 'K') {
                if (!names.isEmpty()) {
                    throw UserError.macro(
                            "columns= names the columns of " + file + ", which has names of its own",
                            "leave out columns=");
                }
                return new NpySource(file, Layout.ofMembers(file, Archive.arrays(file, length)));
            }
            return new NpySource(file, Layout.ofArray(file, NpyArray.open(new PlainFile(file, length)), names));
        } catch (IOException e) {
            throw Damage.of(file.toString(), e);
        }
    }

    private static byte[] head(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(GZIP.length);
        }
    }

    @Override
    public List<ColumnInfo> schema() {
        return layout.parts().stream().map(Part::info).toList();
    }

    @Override
    public OptionalLong events() {
        return OptionalLong.of(layout.rows());
    }

    @Override
    public List<UnreadableColumn> unreadable() {
        return layout.unreadable();
    }

    @Override
    public List<Path> files() {
        return List.of(file);
    }

    @Override
    public BlockReader open(List<String> columns, ReadContext context) {
        List<Part> wanted = Arrays.stream(ColumnIndex.of(schema(), columns))
                .mapToObj(layout.parts()::get)
                .toList();
        return new NpyReader(wanted, layout.rows(), context);
    }
}
