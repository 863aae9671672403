package hep.winnow.evaluation;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.event.EventTable;
import hep.winnow.api.random.RandomStream;
import hep.winnow.api.text.Rounding;
import java.util.Arrays;

/** Tells whether two sets of events share some, by their ids. */
final class Overlap {
    private Overlap() {}

    /** Throws if a cut would be chosen and quoted on the same events. */
    static void refuse(EventTable choose, String chooseText, EventTable quote, String quoteText) {
        long shared = count(choose, quote);
        if (shared > 0) {
            throw UserError.macro(
                    "choose=" + chooseText + " and quote=" + quoteText + " share " + Rounding.count(shared, "event")
                            + ": a cut judged where it was chosen looks better than it is",
                    "take two parts of a split, such as choose=valid quote=test");
        }
    }

    /** Returns how many events of {@code first}, recorded data excepted, are in {@code second}; O(n log n). */
    static long count(EventTable first, EventTable second) {
        long[] known = keys(second);
        Arrays.sort(known);
        long count = 0;
        for (long key : keys(first)) {
            count += Arrays.binarySearch(known, key) >= 0 ? 1 : 0;
        }
        return count;
    }

    private static long[] keys(EventTable table) {
        long[] out = new long[table.size()];
        int k = 0;
        for (int i = 0; i < out.length; i++) {
            if (table.classIndex()[i] >= 0) {
                out[k++] = table.id()[i] ^ RandomStream.mix(table.sampleIndex()[i]);
            }
        }
        return Arrays.copyOf(out, k);
    }
}
