package hep.winnow.core.run;

import java.util.ArrayList;
import java.util.List;

/** What was read of a file: events that are used, and what was left out. */
final class FileCount {
    /** So many bad rows are told of each file, and of each sample. */
    static final int MOST_BAD_ROWS = 5;

    private final List<String> badRows = new ArrayList<>();
    private long events;
    private long skipped;
    private long uncertified;

    FileCount() {}

    FileCount(long events, long skipped, long uncertified, List<String> badRows) {
        this.events = events;
        this.skipped = skipped;
        this.uncertified = uncertified;
        this.badRows.addAll(badRows);
    }

    void addEvents(int more) {
        events += more;
    }

    void addUncertified(long more) {
        uncertified += more;
    }

    void addBadRow(String row) {
        skipped++;
        if (badRows.size() < MOST_BAD_ROWS) {
            badRows.add(row);
        }
    }

    long events() {
        return events;
    }

    long skipped() {
        return skipped;
    }

    /** Returns how many events are in no certified section. */
    long uncertified() {
        return uncertified;
    }

    /** Returns the first rows that were left out. */
    List<String> badRows() {
        return List.copyOf(badRows);
    }
}
