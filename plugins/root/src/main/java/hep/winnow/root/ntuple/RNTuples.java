package hep.winnow.root.ntuple;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.event.EventSource;
import hep.winnow.root.file.Damage;
import hep.winnow.root.file.Key;
import hep.winnow.root.file.RootFile;
import java.util.Set;

/** Opens the ntuples of ROOT files: objects of the class {@code ROOT::RNTuple}. */
public final class RNTuples {
    private static final Set<String> CLASSES = Set.of("ROOT::RNTuple", "ROOT::Experimental::RNTuple");

    private RNTuples() {}

    /** Tells whether an object is an ntuple; one of before version 1 of the format is also one, but cannot be opened. */
    public static boolean isNTuple(Key key) {
        return CLASSES.contains(key.className());
    }

    /**
     * Opens an ntuple: reads what it says of itself, but no events.
     *
     * <p>A column is named by the fields that lead to it, {@code jets.pt}. Lists, fixed arrays and bitsets are lists of values, as deep as they are nested. What may be missing (an optional, an alternative of a
     * variant) is NaN, an empty text, or a list without values; whole numbers and truth values of such fields are doubles.
     *
     * @param file that holds it; it may be closed afterwards: each reader opens it again by its path
     * @param key of the ntuple
     * @throws UserError if it is damaged, of before version 1, or has no column that can be read
     */
    public static EventSource open(RootFile file, Key key) {
        Description description =
                Damage.in(file.path(), "the ntuple '" + key.name() + "'", () -> Description.read(file, key));
        return new NTupleSource(file.path(), description);
    }
}
