package hep.winnow.core.lang;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds the names that someone may have meant: by the number of letters to add, drop, change or swap with their neighbour (Damerau and
 * Levenshtein, each place edited once at most), capital letters counting as small ones. Names of up to 4 letters may be off by one, of up to 8 by two, longer ones by three.
 */
public final class Suggestions {
    private Suggestions() {}

    /** Returns the nearest of the known names, if one is near enough. */
    public static Optional<String> nearest(String wanted, Collection<String> known) {
        return closest(wanted, known, 1).stream().findFirst();
    }

    /** Returns up to {@code n} known names that are near enough, by distance and then by name. */
    public static List<String> closest(String wanted, Collection<String> known, int n) {
        record Candidate(String name, int distance, int exactDistance) {}
        return known.stream()
                .distinct()
                .filter(name -> !name.equals(wanted) && Math.abs(name.length() - wanted.length()) <= 3)
                .map(name -> new Candidate(name, distance(lower(wanted), lower(name)), distance(wanted, name)))
                .filter(c -> c.distance <= limit(Math.max(wanted.length(), c.name.length())))
                .sorted(Comparator.comparingInt(Candidate::distance)
                        .thenComparingInt(Candidate::exactDistance)
                        .thenComparing(Candidate::name))
                .limit(n)
                .map(Candidate::name)
                .toList();
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static int limit(int length) {
        if (length <= 1) {
            return 0;
        }
        return length <= 4 ? 1 : length <= 8 ? 2 : 3;
    }

    /** Returns the edit distance of two names, in time proportional to the product of their lengths. */
    static int distance(String a, String b) {
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        int[] current = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                int best = Math.min(change, Math.min(last[j], current[j - 1]) + 1);
                boolean isSwap =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                current[j] = isSwap ? Math.min(best, beforeLast[j - 2] + 1) : best;
            }
            int[] spare = beforeLast;
            beforeLast = last;
            last = current;
            current = spare;
        }
        return last[b.length()];
    }
}
