package hep.winnow.core.csv;

import hep.winnow.core.lang.Suggestions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Names to be told when one is not there. */
final class Near {
    private static final int SHOWN = 5;

    private Near() {}

    /** Returns at most five names, parted by commas: those spelt almost like {@code name}, else the first ones; "nothing" if there are none. */
    static String list(String name, Collection<String> there) {
        if (there.isEmpty()) {
            return "nothing";
        }
        List<String> near = new ArrayList<>(Suggestions.closest(name, there, SHOWN));
        if (near.isEmpty()) {
            there.stream().limit(SHOWN).forEach(near::add);
        }
        String names = "'" + String.join("', '", near) + "'";
        return there.size() > near.size() ? names + " and " + (there.size() - near.size()) + " more" : names;
    }
}
