package hep.winnow.root.ntuple;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.event.BlockReader;
import hep.winnow.api.event.ColumnIndex;
import hep.winnow.api.event.ColumnInfo;
import hep.winnow.api.event.EventSource;
import hep.winnow.api.event.ReadContext;
import hep.winnow.api.event.UnreadableColumn;
import hep.winnow.root.file.RootFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** The events of one ntuple of a file, which is opened anew for each reader. */
final class NTupleSource implements EventSource {
    private final Path file;
    private final Description description;
    private final List<Leaf> leaves = new ArrayList<>();
    private final List<UnreadableColumn> unreadable = new ArrayList<>();

    NTupleSource(Path file, Description description) {
        this.file = file;
        this.description = description;
        Plan.make(description.schema(), leaves, unreadable);
        Set<String> names = new HashSet<>();
        for (Leaf leaf : leaves) {
            if (!names.add(leaf.info().name())) {
                throw UserError.data(
                        file + " has two columns '" + leaf.info().name() + "' in the ntuple '" + description.name()
                                + "'",
                        "rename one where the file is made");
            }
        }
        if (leaves.isEmpty()) {
            String why = unreadable.isEmpty()
                    ? ""
                    : ": '" + unreadable.get(0).name() + "', "
                            + unreadable.get(0).reason();
            throw UserError.data(
                    file + " has no column that can be read in the ntuple '" + description.name() + "'" + why,
                    "expected numbers, truth values or texts");
        }
    }

    @Override
    public List<ColumnInfo> schema() {
        return leaves.stream().map(Leaf::info).toList();
    }

    @Override
    public OptionalLong events() {
        return OptionalLong.of(description.entries());
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
        List<Leaf> wanted = Arrays.stream(ColumnIndex.of(schema(), asked))
                .mapToObj(leaves::get)
                .toList();
        return new NTupleReader(RootFile.open(file), description, wanted, witness(), context);
    }

    /** Returns a column that was there from the first event on: the number of its values is the number of events. */
    private Optional<Leaf> witness() {
        return leaves.stream()
                .filter(leaf -> leaf.principal().stream()
                        .noneMatch(c -> description.schema().columns().get(c).isDeferred()))
                .findFirst();
    }
}
