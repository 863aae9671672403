package hep.winnow.columnar.arrow;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.event.BlockReader;
import hep.winnow.api.event.ColumnIndex;
import hep.winnow.api.event.ColumnInfo;
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
import java.util.OptionalLong;
import java.util.Set;

/** The events of one file. */
final class ArrowSource implements EventSource {
    private final Path file;
    private final ArrowFile content;
    private final List<Part> columns = new ArrayList<>();
    private final List<UnreadableColumn> unreadable = new ArrayList<>();

    /**
     * A column that can be read.
     *
     * @param leaf where it stands
     * @param info what it is
     */
    record Part(Leaf leaf, ColumnInfo info) {}

    private ArrowSource(Path file, ArrowFile content, Set<String> missing) {
        this.file = file;
        this.content = content;
        Set<String> names = new HashSet<>();
        for (Leaf leaf : content.schema().leaves()) {
            if (!leaf.refusal().isEmpty()) {
                unreadable.add(new UnreadableColumn(leaf.name(), typeName(leaf), leaf.refusal()));
                continue;
            }
            if (!names.add(leaf.name())) {
                throw UserError.data(
                        file + " has two columns '" + leaf.name() + "'", "rename one where the file is made");
            }
            columns.add(new Part(
                    leaf, new ColumnInfo(leaf.name(), leaf.column(missing.contains(leaf.name())), leaf.depth(), "")));
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

    private static String typeName(Leaf leaf) {
        return leaf.typeName() + "[]".repeat(leaf.depth());
    }

    /** Opens files. A column is of one type in all of them: if values are missing in one, it is widened in each. */
    static List<ArrowSource> open(List<Path> files) {
        List<ArrowFile> contents = new ArrayList<>();
        Set<String> missing = new HashSet<>();
        for (Path file : files) {
            contents.add(content(file));
            missing.addAll(contents.get(contents.size() - 1).missing());
        }
        List<ArrowSource> sources = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            sources.add(new ArrowSource(files.get(i), contents.get(i), missing));
        }
        return sources;
    }

    private static ArrowFile content(Path file) {
        if (Files.isDirectory(file)) {
            throw UserError.data(
                    file + " is a folder, expected a file", "name the files in it: \"" + file + "/**/*.arrow\"");
        }
        return Damage.in(file, "its description", () -> {
            try (FileChannel channel = FileChannel.open(file)) {
                return ArrowFile.read(channel);
            }
        });
    }

    @Override
    public List<ColumnInfo> schema() {
        return columns.stream().map(Part::info).toList();
    }

    @Override
    public OptionalLong events() {
        return OptionalLong.of(content.rows());
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
        return new ArrowReader(file, channel, content, wanted, context);
    }
}
