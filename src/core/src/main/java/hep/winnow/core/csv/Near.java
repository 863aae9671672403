package hep.winnow.core.csv;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** Names that are spelt almost like one that is not there. */
final class Near {
    private static final int SHOWN = 5;

    private Near() {}

    /** Returns the nearest names, nearest first, at most five, parted by commas; "none" if there are none. */
    static String list(String name, Collection<String> there) {
        if (there.isEmpty()) {
            return "none";
        }
        String wanted = name.toLowerCase(Locale.ROOT);
        String nearest = there.stream()
                .sorted(Comparator.comparingInt((String n) -> distance(wanted, n.toLowerCase(Locale.ROOT)))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(SHOWN)
                .map(n -> "'" + n + "'")
                .collect(java.util.stream.Collectors.joining(", "));
        return there.size() > SHOWN ? nearest + " and " + (there.size() - SHOWN) + " more" : nearest;
    }

    /** Returns Levenshtein's distance: how many characters to insert, delete or replace. */
    static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
