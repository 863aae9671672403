package hep.winnow.evaluation;

import hep.winnow.kernels.stat.Estimate;
import java.util.ArrayList;
import java.util.List;

/**
 * The curves of a {@code roc} statement and how they differ.
 *
 * @param entries in the order of the statement
 * @param differences of each pair that tells one class from the rest, in the order of the entries
 */
record RocResult(List<RocEntry> entries, List<Difference> differences) {
    /** Area of entry {@code first} less that of entry {@code second}, over the events that both score. */
    record Difference(int first, int second, Estimate value) {}

    static RocResult of(List<RocEntry> entries) {
        List<Difference> differences = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            for (int j = i + 1; j < entries.size(); j++) {
                if (entries.get(i).signal() == entries.get(j).signal()) {
                    Estimate value = entries.get(i).compare(entries.get(j)).difference();
                    differences.add(new Difference(i, j, value));
                }
            }
        }
        return new RocResult(entries, differences);
    }
}
