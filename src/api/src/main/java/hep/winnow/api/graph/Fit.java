package hep.winnow.api.graph;

import java.util.List;

/** Checks of sizes. */
final class Fit {
    private Fit() {}

    static void length(String what, long found, long expected) {
        if (found != expected) {
            throw new IllegalArgumentException(what + ": found " + found + " numbers, expected " + expected);
        }
    }

    static void arguments(String what, List<Integer> widths, int expected) {
        if (widths.size() != expected) {
            throw new IllegalArgumentException(what + " takes " + expected + " arguments, found " + widths.size());
        }
    }

    static int one(String what, List<Integer> widths) {
        arguments(what, widths, 1);
        return widths.get(0);
    }

    static void width(String what, List<Integer> widths, int expected) {
        int found = one(what, widths);
        if (found != expected) {
            throw new IllegalArgumentException(what + " of " + expected + " numbers is given " + found);
        }
    }

    static int groups(String what, List<Integer> widths, int group) {
        int found = one(what, widths);
        if (group < 1 || found % group != 0) {
            throw new IllegalArgumentException(what + " of groups of " + group + " is given " + found + " numbers");
        }
        return found;
    }

    static int two(String what, List<Integer> widths) {
        arguments(what, widths, 2);
        if (!widths.get(0).equals(widths.get(1))) {
            throw new IllegalArgumentException(
                    what + " is given " + widths.get(0) + " and " + widths.get(1) + " numbers");
        }
        return widths.get(0);
    }
}
