package hep.winnow.root;

import hep.winnow.api.event.EventSource;
import hep.winnow.api.event.JoinedSource;
import hep.winnow.api.step.Inline;
import hep.winnow.api.step.InputFile;
import hep.winnow.api.step.Named;
import hep.winnow.api.step.Operand;
import hep.winnow.api.step.Option;
import hep.winnow.api.step.ReadOptions;
import hep.winnow.api.step.ReadStep;
import hep.winnow.api.step.SampleOptions;
import hep.winnow.api.step.Verb;
import hep.winnow.root.tree.Friends;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** {@code read sig from "sig.root" table="Events"}. */
@Verb(
        value = "read",
        kind = "root",
        doc =
                "Reads trees (TTree, TNtuple) and RNTuples of ROOT files. A branch is a column; leaves of one branch, and members of an object that is not split, are columns named branch.member. Arrays, vectors and the members of split collections are lists per event. Names with a dot, a slash or brackets stand in backquotes.",
        examples = {"read sig from \"sig.root\" role=signal", "read bkg from \"run*.root:dir/Events\" role=background"})
public record ReadRoot(
        @Named(doc = "the sample") String name,

        @Operand(
                keyword = "from",
                doc =
                        "files or globs, relative to the macro, or web addresses, https://…, of servers that --allow names; behind a colon the tree, \"run.root:dir/Events\"")
        List<InputFile> from,

        @Inline SampleOptions sample,

        @Option(
                doc = "path of the tree or RNTuple in the file, with ;CYCLE behind it for one that is not the newest;"
                        + " must be given if there are several",
                alsoKnownAs = {"tree", "ntuple", "key", "path", "dataset"})
        Optional<String> table,

        @Option(
                doc = "trees whose entries belong to the same events, in the same order, \"friend.root:tree\"; their"
                        + " columns stand beside those of the tree, as TREE.column where the name is taken",
                alsoKnownAs = {"friend", "add_friend"})
        List<InputFile> friends,

        @Inline ReadOptions reading)
        implements ReadStep {
    public ReadRoot {
        from = List.copyOf(from);
        friends = List.copyOf(friends);
    }

    @Override
    public boolean holdsTables() {
        return true;
    }

    @Override
    public boolean readsRemote() {
        return true;
    }

    @Override
    public List<String> tables(List<Path> files) {
        return RootTables.names(files.get(0));
    }

    @Override
    public EventSource open(List<Path> files) {
        Optional<String> chosen = table.or(() -> InputFile.insideOf(from));
        EventSource chain = JoinedSource.of(
                files.stream().map(file -> RootTables.open(file, chosen)).toList());
        if (friends.isEmpty()) {
            return chain;
        }
        List<EventSource> others = friends.stream()
                .map(friend -> RootTables.open(place(friend), friend.inside()))
                .toList();
        return new Friends(chain, others, friends.stream().map(ReadRoot::named).toList());
    }

    private static Path place(InputFile friend) {
        return new InputFile(friend.file(), friend.base()).path();
    }

    /** Returns what the columns of a friend are called by: its tree, or its file. */
    private static String named(InputFile friend) {
        String text = friend.inside().orElse(friend.file());
        String last = text.substring(text.lastIndexOf('/') + 1);
        return last.replaceAll("\\.root$|;[0-9]+$", "");
    }
}
