package hep.winnow.columnar.parquet;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.event.BlockReader;
import hep.winnow.api.event.ColumnIndex;
import hep.winnow.api.event.ColumnInfo;
import hep.winnow.api.event.ColumnType;
import hep.winnow.api.event.EventSource;
import hep.winnow.api.event.ReadContext;
import hep.winnow.api.event.UnreadableColumn;
import hep.winnow.columnar.file.Damage;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;

/** The events of one file. */
final class ParquetSource implements EventSource {
    private final Path file;
    private final Footer footer;
    private final List<Part> columns = new ArrayList<>();
    private final List<UnreadableColumn> unreadable = new ArrayList<>();

    /**
     * A leaf that can be read.
     *
     * @param leaf the leaf
     * @param index of it among all leaves
     * @param info the column
     */
    record Part(Leaf leaf, int index, ColumnInfo info) {}

    private ParquetSource(Path file, Footer footer, Set<String> missing) {
        this.file = file;
        this.footer = footer;
        Set<String> names = new HashSet<>();
        for (int i = 0; i < footer.leaves().size(); i++) {
            Leaf leaf = footer.leaves().get(i);
            if (!leaf.meaning().refusal().isEmpty()) {
                String type = leaf.physical().name().toLowerCase(Locale.ROOT);
                unreadable.add(
                        new UnreadableColumn(leaf.name(), type, leaf.meaning().refusal()));
                continue;
            }
            if (!names.add(leaf.name())) {
                throw UserError.data(
                        file + " has two columns '" + leaf.name() + "'", "rename one where the file is made");
            }
            ColumnType type = leaf.column(missing.contains(leaf.name()));
            columns.add(new Part(leaf, i, new ColumnInfo(leaf.name(), type, leaf.maxRepetition(), "")));
        }
        if (columns.isEmpty()) {
            String why = unreadable.isEmpty()
                    ? ""
                    : ": '" + unreadable.get(0).name() + "', "
                            + unreadable.get(0).reason();
            throw UserError.data(
                    file + " has no column that can be read" + why, "expected numbers, truth values or texts");
        }
    }

    /** Opens files. A column is of one type in all of them: if values may be missing in one, it is widened in each. */
    static List<ParquetSource> open(List<Path> files) {
        List<Footer> footers = new ArrayList<>();
        Set<String> missing = new HashSet<>();
        for (Path file : files) {
            footers.add(footer(file));
            missing.addAll(missing(footers.get(footers.size() - 1)));
        }
        List<ParquetSource> sources = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            sources.add(new ParquetSource(files.get(i), footers.get(i), missing));
        }
        return sources;
    }

    /** Returns the columns in which values may be missing: what a file does not tell could be. The count of a column of lists also counts lists that are empty. */
    private static Set<String> missing(Footer footer) {
        Set<String> names = new HashSet<>();
        for (int i = 0; i < footer.leaves().size(); i++) {
            Leaf leaf = footer.leaves().get(i);
            for (Footer.Group group : footer.groups()) {
                Footer.Chunk chunk = group.chunks().get(i);
                if (leaf.maxDefinition() > leaf.itemDefinition() && chunk.nulls() != 0 && chunk.values() > 0) {
                    names.add(leaf.name());
                }
            }
        }
        return names;
    }

    private static Footer footer(Path file) {
        if (Files.isDirectory(file)) {
            throw UserError.data(
                    file + " is a folder, expected a file", "name the files in it: \"" + file + "/**/*.parquet\"");
        }
        return Damage.in(file, "its description", () -> {
            try (FileChannel channel = FileChannel.open(file)) {
                return Footer.read(channel);
            }
        });
    }

    @Override
    public List<ColumnInfo> schema() {
        return columns.stream().map(Part::info).toList();
    }

    @Override
    public OptionalLong events() {
        return OptionalLong.of(footer.rows());
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
        List<Part> wanted = Arrays.stream(ColumnIndex.of(schema(), asked))
                .mapToObj(columns::get)
                .toList();
        FileChannel channel = Damage.in(file, "it", () -> FileChannel.open(file));
        return new ParquetReader(file, channel, footer, wanted, context);
    }
}
